package org.radcam.render;

import org.radcam.UserException;

/**
 * How a heat map is shown over its image. Changing it never runs the model again.
 *
 * @param colours colour of each heat
 * @param opacity of every place that is shown, 0 (not seen) to 1 (covers the image)
 * @param threshold heat, as a share of the maximum from 0 to 1, below which nothing is shown
 */
public record HeatStyle(ColourMap colours, double opacity, double threshold) {
  /** Half transparent, and nothing below a fifth of the maximum: the image stays readable. */
  public static final HeatStyle DEFAULT = new HeatStyle(ColourMap.TURBO, 0.5, 0.2);

  public HeatStyle {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new UserException("The opacity must be between 0 and 1, not " + opacity + ".");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new UserException("The threshold must be between 0 and 1, not " + threshold + ".");
    }
  }
}
