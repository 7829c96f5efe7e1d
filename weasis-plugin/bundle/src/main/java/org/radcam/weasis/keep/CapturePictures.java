package org.radcam.weasis.keep;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * What a capture of an answer shows.
 *
 * <ul>
 *   <li>The slices of the reference image on which heat is seen in the style, one behind the other
 *       without a gap, from the first to the last; the slice in view, where none has any.
 *   <li>At most as many as {@value #MOST_BYTES} bytes hold: those around the hottest one.
 *   <li>Each as {@link HeatMapRenderer#overlay} draws it, stretched to square pixels and to a size
 *       at which the text below it can be read.
 * </ul>
 */
public final class CapturePictures {
  /** Uncompressed, as they will be in the file and in the viewer. */
  private static final long MOST_BYTES = 96L << 20;

  private final Result result;
  private final HeatStyle style;
  private final SourceImage image;
  private final ViewerCase.Layout layout;
  private final int inView;
  private final long mostBytes;
  private final Volume displayed;

  private CapturePictures(
      Answer answer,
      HeatStyle style,
      HeatMap map,
      String role,
      ViewerCase.Layout layout,
      long mostBytes) {
    this.mostBytes = mostBytes;
    this.result = answer.result();
    this.style = style;
    this.image = answer.viewerCase().subject().images().get(role);
    this.layout = layout;
    ViewedImage viewed = answer.request().images().get(role);
    this.inView = viewed == null ? -1 : layout.slices().indexOf(viewed.image());
    this.displayed = map.displayed();
  }

  /**
   * The pictures of an answer, in the order of slices.
   *
   * @throws UserException if it has no heat map
   */
  public static List<CapturePicture> of(Answer answer, HeatStyle style) {
    return of(answer, style, MOST_BYTES);
  }

  /** The same within another limit. */
  static List<CapturePicture> of(Answer answer, HeatStyle style, long mostBytes) {
    HeatMap map =
        answer
            .result()
            .heatMap()
            .orElseThrow(
                () ->
                    new UserException(
                        "The answer has no heat map to keep as an image: run it with one."));
    for (Map.Entry<String, ViewerCase.Layout> one : answer.viewerCase().layouts().entrySet()) {
      boolean own = one.getValue().grid().sameGridAs(map.onSource().geometry());
      if (own && answer.viewerCase().subject().images().containsKey(one.getKey())) {
        return new CapturePictures(answer, style, map, one.getKey(), one.getValue(), mostBytes)
            .pictures();
      }
    }
    throw new UserException("The heat map does not lie on any of the viewer's images.");
  }

  private List<CapturePicture> pictures() {
    int[] range = range();
    List<CapturePicture> pictures = new ArrayList<>();
    for (int k = range[0]; k <= range[1]; k++) {
      pictures.add(
          new CapturePicture(
              picture(k), new ViewedImage(layout.series(), layout.slices().get(k)), k));
    }
    return pictures;
  }

  /** First and last slice. */
  private int[] range() {
    int slices = displayed.size().slices();
    int first = -1;
    int last = -1;
    int hottest = 0;
    double most = 0;
    for (int k = 0; k < slices; k++) {
      double heat = heat(k);
      if (heat > 0) {
        first = first < 0 ? k : first;
        last = k;
      }
      if (heat > most) {
        most = heat;
        hottest = k;
      }
    }
    if (first < 0) {
      int shown = inView >= 0 ? inView : slices / 2;
      return new int[] {shown, shown};
    }
    BufferedImage one = picture(hottest);
    int count = (int) Math.max(1, mostBytes / (3L * one.getWidth() * one.getHeight()));
    int from = Math.max(first, Math.min(hottest - count / 2, last - count + 1));
    return new int[] {from, Math.min(last, from + count - 1)};
  }

  /** The sum of the heat that is seen on a slice. */
  private double heat(int slice) {
    int area = displayed.size().columns() * displayed.size().rows();
    double sum = 0;
    for (int n = slice * area; n < (slice + 1) * area; n++) {
      float heat = displayed.voxels()[n];
      sum += heat > 0 && heat >= style.threshold() ? heat : 0;
    }
    return sum;
  }

  private BufferedImage picture(int slice) {
    BufferedImage overlay =
        HeatMapRenderer.overlay(
            image.volume(), image.traits().storedBrightness(), displayed, slice, style);
    Vector3 spacing = image.geometry().spacing();
    return new CaptureCaption(result, slice, displayed.size().slices())
        .below(overlay, spacing.x(), spacing.y());
  }
}
