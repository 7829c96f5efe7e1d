package org.radcam.fiji.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.render.HeatStyle;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;

/**
 * How heat maps that a command makes are shown.
 *
 * @param overlay whether they are laid over the image
 * @param style how the overlay looks
 * @param stage key of the stage whose map is laid over the image; empty for the final one
 * @param heatImage whether they become an image of their own
 * @param composite whether image and heat map become a composite image
 */
public record LookSettings(
    boolean overlay,
    HeatStyle style,
    Optional<String> stage,
    boolean heatImage,
    boolean composite) {
  /** The map of the answer as a whole. */
  public static final String FINAL = "final";

  /**
   * Words of the stages that a task's models may have, the usual one first: those of its cascade,
   * or one network for each image.
   */
  public static List<String> stages(Task task) {
    List<String> stages = new ArrayList<>(List.of(FINAL));
    if (task.cascade().isEmpty()) {
      task.roles().stream().map(TaskOptions::of).forEach(stages::add);
    } else {
      task.cascade().stream().map(CascadeStage::key).forEach(stages::add);
    }
    return List.copyOf(stages);
  }

  /**
   * Reads the options of a look.
   *
   * @throws UserException naming the option that is wrong
   */
  static LookSettings of(OptionText text) {
    return new LookSettings(
        text.flag(TaskOptions.OVERLAY, true),
        Words.style(text),
        text.filled(TaskOptions.STAGE).filter(stage -> !stage.equalsIgnoreCase(FINAL)),
        text.flag(TaskOptions.HEAT_IMAGE, false),
        text.flag(TaskOptions.COMPOSITE, false));
  }
}
