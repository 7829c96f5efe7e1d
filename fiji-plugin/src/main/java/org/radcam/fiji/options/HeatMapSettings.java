package org.radcam.fiji.options;

import java.util.List;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

/**
 * How a user wants to see heat maps that are there.
 *
 * @param show whether they are laid over the image
 * @param style how they look
 * @param heatImage whether they become an image of their own
 */
public record HeatMapSettings(boolean show, HeatStyle style, boolean heatImage) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of("image", "show", "opacity", "colours", "threshold", "heatimage");

  /**
   * Reads a macro line. What it does not name stays as it is.
   *
   * @param shown whether the heat maps are laid over the image now
   * @param now how they look now
   * @throws org.radcam.UserException naming the option that is wrong
   */
  public static HeatMapSettings of(OptionText text, boolean shown, HeatStyle now) {
    text.allowOnly(KEYS);
    return new HeatMapSettings(
        text.flag("show", shown),
        new HeatStyle(
            text.text("colours").map(ColourMap::of).orElse(now.colours()),
            text.number("opacity", now.opacity(), 0, 1),
            text.number("threshold", now.threshold(), 0, 1)),
        text.flag("heatimage", false));
  }
}
