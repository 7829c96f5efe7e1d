package org.radcam.fiji.options;

import java.util.List;
import java.util.Optional;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.render.HeatStyle;

/**
 * What a user asks of a classification of the active image.
 *
 * @param model id of the model package; empty for the one that is offered first
 * @param classify what to explain, and how
 * @param device where to run
 * @param allSlices every slice of a stack, or the current one
 * @param overlay whether the heat map is laid over the image
 * @param style how the overlay looks
 * @param heatImage whether the heat map becomes an image of its own
 */
public record ClassifySettings(
    Optional<String> model,
    ClassifyOptions classify,
    DeviceChoice device,
    boolean allSlices,
    boolean overlay,
    HeatStyle style,
    boolean heatImage) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of(
          "image",
          "model",
          "heatmap",
          "method",
          "device",
          "slices",
          "overlay",
          "opacity",
          "colours",
          "threshold",
          "heatimage");

  /**
   * Reads a macro line.
   *
   * @throws org.radcam.UserException naming the option that is wrong
   */
  public static ClassifySettings of(OptionText text) {
    text.allowOnly(KEYS);
    return new ClassifySettings(
        text.text("model").filter(model -> !model.isBlank()),
        Words.classify(text),
        DeviceChoice.parse(text.text("device").orElse("")),
        Words.choice(text, "slices", Words.CURRENT, Words.SLICES).equals(Words.ALL),
        text.flag("overlay", true),
        Words.style(text),
        text.flag("heatimage", false));
  }
}
