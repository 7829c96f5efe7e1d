package org.radcam.fiji.options;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.image.SliceRange;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;

/**
 * What a user asks of a task's command, the same from its dialog and from a macro.
 *
 * @param images by the key of the role: an open image's title or ID, or a path; roles without an
 *     image are left out
 * @param region where the region of interest is
 * @param clinical clinical values by the field's key, as typed; those that are not given are left
 *     out
 * @param model id of the model package; empty for the one that is offered first
 * @param classify what to explain, and how
 * @param device where to run
 * @param allSlices every slice of a stack alone, or the current one; for models of single slices
 * @param look how heat maps are shown
 * @param output folder for results as files; empty for none
 */
public record TaskSettings(
    Map<String, String> images,
    RegionSettings region,
    Map<String, String> clinical,
    Optional<String> model,
    ClassifyOptions classify,
    DeviceChoice device,
    boolean allSlices,
    LookSettings look,
    Optional<Path> output) {
  public TaskSettings {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
  }

  /**
   * Reads the options of a task's command.
   *
   * @throws UserException naming the option that is wrong
   */
  public static TaskSettings of(Task task, OptionText text) {
    text.allowOnly(TaskOptions.keys(task));
    Map<String, String> clinical = new LinkedHashMap<>();
    for (ClinicalField field : task.clinical()) {
      text.filled(field.key()).ifPresent(typed -> clinical.put(field.key(), typed));
    }
    boolean all =
        task.takesSingleImages()
            && Words.choice(text, TaskOptions.SLICES, Words.CURRENT, Words.SLICES)
                .equals(Words.ALL);
    RegionSettings region = RegionSettings.of(task, text);
    return new TaskSettings(
        images(task, text),
        all ? region.withSlices(SliceRange.ALL) : region,
        clinical,
        text.filled(TaskOptions.MODEL),
        Words.classify(text)
            .withContributions(text.flag(TaskOptions.CONTRIBUTIONS, true))
            .withAcceptFrames(text.flag(TaskOptions.ACCEPT_FRAMES, false)),
        DeviceChoice.parse(text.text(TaskOptions.DEVICE).orElse("")),
        all,
        LookSettings.of(text),
        text.filled(TaskOptions.OUTPUT).map(FolderSettings::output));
  }

  private static Map<String, String> images(Task task, OptionText text) {
    Map<String, String> images = new LinkedHashMap<>();
    for (ImageRole role : task.roles()) {
      text.filled(TaskOptions.of(role)).ifPresent(typed -> images.put(role.key(), typed));
    }
    if (TaskOptions.takesOneImage(task)) {
      ImageRole only = task.referenceRole();
      Optional<String> image = text.filled(TaskOptions.IMAGE);
      if (image.isPresent() && images.putIfAbsent(only.key(), image.get()) != null) {
        throw new UserException(
            "The image is given twice: '"
                + TaskOptions.IMAGE
                + "' and '"
                + TaskOptions.of(only)
                + "' mean the same.");
      }
    }
    images.values().removeIf(Words::isNobody);
    return images;
  }

  /** The same, but images in differing frames of reference are taken as they lie. */
  public TaskSettings withAcceptFrames() {
    return new TaskSettings(
        images,
        region,
        clinical,
        model,
        classify.withAcceptFrames(true),
        device,
        allSlices,
        look,
        output);
  }
}
