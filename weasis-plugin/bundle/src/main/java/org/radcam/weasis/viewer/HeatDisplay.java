package org.radcam.weasis.viewer;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Shows one heat map over the images that it is about, in every view that shows one of them, and
 * follows zoom, pan, rotation, flip, and the change of image or series. It is never part of the
 * user's drawings. All methods on the event dispatch thread.
 */
public interface HeatDisplay {

  /** Shows this instead of what was shown. */
  void show(HeatSource heat);

  /** Takes it off all views. */
  void clear();

  /**
   * Brings the selected view to one of a series' images.
   *
   * @return whether it is there: only a view that shows that series can be
   */
  boolean goTo(ViewedImage image);

  /** What there is to show over an image. */
  @FunctionalInterface
  interface HeatSource {
    /** Fast enough to be called while painting; empty where the image has no heat. */
    Optional<HeatPicture> over(ViewedImage image);
  }

  /**
   * A picture to be laid over an image.
   *
   * @param argb not premultiplied
   * @param toSource from the picture's pixels to the image's source pixels, where pixel (i, j)
   *     covers [i, i + 1) x [j, j + 1)
   */
  record HeatPicture(BufferedImage argb, AffineTransform toSource) {}
}
