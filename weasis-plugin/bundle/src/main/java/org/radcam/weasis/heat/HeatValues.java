package org.radcam.weasis.heat;

import java.awt.geom.AffineTransform;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.HeatMap;
import org.radcam.classify.StageResult;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ViewerCase.Layout;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * Displayed heat on any image of a case, as a share of the map's maximum on its own grid, so that
 * one heat has one colour in every view. An image is interpolated when somebody looks at it.
 *
 * <p>The values of an image of more than {@link #SIDE} columns or rows are those at the centres of
 * fewer, larger pixels with the same outer edges: a network's map is much coarser than that.
 */
final class HeatValues {
  /** Columns or rows beyond which heat is not looked at pixel by pixel. */
  static final int SIDE = 1024;

  private final Optional<HeatMap> map;
  private final Map<String, Geometry> grids;
  private final Map<ViewedImage, Slice> slices = new HashMap<>();
  private final Map<ViewedImage, SoftReference<Heat>> known = new HashMap<>();
  private float peak = Float.NaN;

  /** Where an image lies in the case. */
  private record Slice(String role, int k) {}

  /**
   * Heat on an image.
   *
   * @param shares one slice: 0 to 1, NaN where the network did not look
   * @param toSource from the slice's pixels to the image's, as in {@code HeatPicture}
   */
  record Heat(Volume shares, AffineTransform toSource) {}

  /**
   * @param stage of a cascade, or network of several; empty for the final answer
   */
  HeatValues(Answer answer, Optional<String> stage) {
    map = map(answer, stage);
    grids = answer.result().grids();
    answer
        .viewerCase()
        .layouts()
        .forEach(
            (role, layout) -> {
              if (grids.containsKey(role)) {
                add(role, layout);
              }
            });
  }

  private void add(String role, Layout layout) {
    for (int k = 0; k < layout.slices().size(); k++) {
      ViewedImage image = new ViewedImage(layout.series(), layout.slices().get(k));
      slices.putIfAbsent(image, new Slice(role, k));
    }
  }

  private static Optional<HeatMap> map(Answer answer, Optional<String> stage) {
    return stage.isEmpty()
        ? answer.result().heatMap()
        : answer.result().stages().stream()
            .filter(one -> one.key().equals(stage.get()))
            .findFirst()
            .flatMap(StageResult::heatMap);
  }

  /** Heat on an image; empty where the image has no part in the case, or there is no map. */
  Optional<Heat> on(ViewedImage image) {
    Slice slice = slices.get(image);
    if (slice == null || map.isEmpty()) {
      return Optional.empty();
    }
    SoftReference<Heat> before = known.get(image);
    Heat heat = before == null ? null : before.get();
    if (heat == null) {
      heat = heat(map.get(), grids.get(slice.role()).slice(slice.k()));
      known.put(image, new SoftReference<>(heat));
    }
    return Optional.of(heat);
  }

  private Heat heat(HeatMap whole, Geometry image) {
    Size size = image.size();
    Geometry pixels = image.withSize(Size.of(bounded(size.columns()), bounded(size.rows())));
    AffineTransform toSource =
        AffineTransform.getScaleInstance(
            (double) size.columns() / pixels.size().columns(),
            (double) size.rows() / pixels.size().rows());
    return new Heat(shares(whole.on(pixels).onSource(), peak(whole)), toSource);
  }

  private static int bounded(int count) {
    int parts = (count + SIDE - 1) / SIDE;
    return (count + parts - 1) / parts;
  }

  private float peak(HeatMap whole) {
    if (Float.isNaN(peak)) {
      peak = whole.peak();
    }
    return peak;
  }

  /** As {@link HeatMap#displayed} has it, for a part of the map or another grid. */
  private static Volume shares(Volume raw, float peak) {
    float[] shares = new float[raw.voxels().length];
    for (int n = 0; n < shares.length; n++) {
      float value = raw.voxels()[n];
      shares[n] = Float.isNaN(value) ? Float.NaN : value > 0 && peak > 0 ? value / peak : 0;
    }
    return new Volume(raw.geometry(), shares);
  }
}
