package org.radcam.weasis.heat;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.CaseRoles;
import org.radcam.classify.HeatMap;
import org.radcam.image.Volume;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.run.ViewerCase.Layout;
import org.radcam.weasis.viewer.HeatDisplay.HeatPicture;
import org.radcam.weasis.viewer.HeatDisplay.HeatSource;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * The heat map of an answer as pictures, on every image that had a part in the case: painted when
 * somebody looks at the image, and kept as long as there is memory. Used by one thread.
 */
public final class HeatPictures implements HeatSource {
  private final HeatValues values;
  private final HeatStyle style;
  private final Map<ViewedImage, SoftReference<Optional<HeatPicture>>> known = new HashMap<>();

  /**
   * Pictures of one map of an answer.
   *
   * @param stage of a cascade, or network of several; empty for the final answer. There are no
   *     pictures of one without a map
   */
  public HeatPictures(Answer answer, HeatStyle style, Optional<String> stage) {
    this(new HeatValues(answer, stage), style);
  }

  private HeatPictures(HeatValues values, HeatStyle style) {
    this.values = values;
    this.style = style;
  }

  /** The same heat in another style; nothing is interpolated again. */
  public HeatPictures withStyle(HeatStyle other) {
    return new HeatPictures(values, other);
  }

  /** Empty where nothing would be seen. */
  @Override
  public Optional<HeatPicture> over(ViewedImage image) {
    SoftReference<Optional<HeatPicture>> before = known.get(image);
    Optional<HeatPicture> picture = before == null ? null : before.get();
    if (picture == null) {
      picture = values.on(image).flatMap(this::paint);
      known.put(image, new SoftReference<>(picture));
    }
    return picture;
  }

  private Optional<HeatPicture> paint(HeatValues.Heat heat) {
    Volume shares = heat.shares();
    int columns = shares.size().columns();
    int[] argb = HeatMapRenderer.argb(shares, 0, style);
    Rectangle seen = seen(argb, columns);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    BufferedImage picture = new BufferedImage(seen.width, seen.height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, seen.width, seen.height, argb, seen.y * columns + seen.x, columns);
    AffineTransform toSource = new AffineTransform(heat.toSource());
    toSource.translate(seen.x, seen.y);
    return Optional.of(new HeatPicture(picture, toSource));
  }

  /** Holds every pixel that is not transparent. */
  private static Rectangle seen(int[] argb, int columns) {
    int left = columns;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int n = 0; n < argb.length; n++) {
      if (argb[n] >>> 24 != 0) {
        left = Math.min(left, n % columns);
        right = Math.max(right, n % columns);
        top = top < 0 ? n / columns : top;
        bottom = n / columns;
      }
    }
    return new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /**
   * The image of the reference series with the most heat: of the largest sum of what is displayed.
   * Empty where there is no heat map, or nothing speaks for its class.
   */
  public static Optional<ViewedImage> hottest(Answer answer) {
    ViewerCase viewerCase = answer.viewerCase();
    String reference =
        CaseRoles.of(answer.request().model().card(), viewerCase.subject()).reference().key();
    Optional<Layout> layout = Optional.ofNullable(viewerCase.layouts().get(reference));
    return answer
        .result()
        .heatMap()
        .flatMap(
            map ->
                layout.flatMap(
                    lies ->
                        HeatMap.hottestSlice(map.onSource()).stream()
                            .mapToObj(k -> new ViewedImage(lies.series(), lies.slices().get(k)))
                            .findFirst()));
  }
}
