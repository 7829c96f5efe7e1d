package org.radcam.fiji.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.engine.DeviceChoice;

/**
 * What a user asks of a classification of a folder.
 *
 * @param task key of the task
 * @param model id of the model package; empty for the one that is offered first
 * @param device where to run
 * @param strict whether a single failed image makes the whole run a failed one
 * @param batch folders, what to explain, and how overlays look
 */
public record FolderSettings(
    String task, Optional<String> model, DeviceChoice device, boolean strict, BatchRequest batch) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of(
          "task",
          "model",
          "heatmap",
          "method",
          "device",
          "strict",
          "opacity",
          "colours",
          "threshold",
          "input",
          "output");

  /**
   * Reads a macro line. Paths are relative to the folder that the program was started in.
   *
   * @throws UserException naming the option that is wrong
   */
  public static FolderSettings of(OptionText text) {
    text.allowOnly(KEYS);
    return new FolderSettings(
        text.text("task")
            .orElseThrow(() -> new UserException("Say which task: task=chest-xray, for example.")),
        text.text("model").filter(model -> !model.isBlank()),
        DeviceChoice.parse(text.text("device").orElse("")),
        text.flag("strict", false),
        new BatchRequest(
            input(text.text("input").orElse("")),
            output(text.text("output").orElse("")),
            Words.classify(text),
            Words.style(text)));
  }

  /** A folder that is there. */
  public static Path input(String typed) {
    Path folder = path("input", typed);
    if (!Files.isDirectory(folder)) {
      throw new UserException(
          "There is no folder '" + folder.toAbsolutePath().normalize() + "' (option input).");
    }
    return folder;
  }

  /** A folder, or a place for one. */
  public static Path output(String typed) {
    Path folder = path("output", typed);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserException(
          "'" + folder.toAbsolutePath().normalize() + "' is a file, not a folder (option output).");
    }
    return folder;
  }

  private static Path path(String key, String typed) {
    if (typed.isBlank()) {
      throw new UserException("Say which folder: " + key + "=[/path/of/the folder].");
    }
    try {
      return Path.of(typed.strip());
    } catch (InvalidPathException e) {
      throw new UserException("'" + typed + "' cannot be a folder (option " + key + ").", e);
    }
  }
}
