package org.radcam.weasis.heat;

import java.awt.geom.AffineTransform;

/**
 * Where a picture of an image's source pixels lies in a view that shows the image as OpenCV's
 * {@code warpAffine} does: the view's transform takes <em>centres</em> of pixels to centres, both
 * counted from (0, 0) at the centre of the first pixel. A transform of corners instead would lie
 * half a source pixel off at large zoom.
 *
 * <p>Non-square pixels are shown square: the image is stretched first, outer edges onto outer
 * edges.
 */
public final class HeatPlacement {
  private HeatPlacement() {}

  /**
   * The transform from a picture to the pixels of a view's drawing area, where pixel (x, y) covers
   * [x, x + 1) x [y, y + 1).
   *
   * @param shown from centres of stretched pixels to centres of the view's pixels: zoom, rotation
   *     and flip
   * @param stretched from source pixels to those of the stretched image, corners to corners
   * @param toSource from the picture's pixels to the source pixels, corners to corners
   */
  public static AffineTransform of(
      AffineTransform shown, AffineTransform stretched, AffineTransform toSource) {
    AffineTransform place = AffineTransform.getTranslateInstance(0.5, 0.5);
    place.concatenate(shown);
    place.translate(-0.5, -0.5);
    place.concatenate(stretched);
    place.concatenate(toSource);
    return place;
  }
}
