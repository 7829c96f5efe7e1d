package org.radcam.fiji.heat;

import java.util.Objects;
import org.radcam.render.HeatStyle;

/**
 * How the heat maps of an image are shown.
 *
 * @param style colours, opacity, threshold
 * @param shown whether they are laid over the image
 * @param stage which stage's maps, or which network's; empty for those of the final answer
 * @param scale what full heat is
 */
public record HeatLook(HeatStyle style, boolean shown, String stage, HeatScale scale) {
  public HeatLook {
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(scale, "scale");
  }

  /** The final answer's maps, each on its own scale. */
  public HeatLook(HeatStyle style, boolean shown) {
    this(style, shown, HeatLayer.FINAL, HeatScale.OWN);
  }
}
