package org.radcam.fiji.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.engine.DeviceChoice;
import org.radcam.zoo.batch.ManifestSettings;

/**
 * What a user asks of a classification of a manifest's cases.
 *
 * @param task key of the task
 * @param model id of the model package; empty for the one that is offered first
 * @param device where to run
 * @param strict whether a single failed case makes the whole run a failed one
 * @param settings lesions and heat maps
 * @param batch manifest and folder, what to explain, and how overlays look
 */
public record ManifestOptions(
    String task,
    Optional<String> model,
    DeviceChoice device,
    boolean strict,
    ManifestSettings settings,
    BatchRequest batch) {
  /** The region of a case is one lesion. */
  public static final String ONE = "one";

  /** Every separate part of the region is a lesion of its own. */
  public static final String EACH = "each";

  public static final List<String> LESIONS = List.of(ONE, EACH);

  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of(
          "task",
          "model",
          "heatmap",
          "method",
          "device",
          "lesions",
          "minvoxels",
          "everygrid",
          "acceptframes",
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
  public static ManifestOptions of(OptionText text) {
    text.allowOnly(KEYS);
    double least = text.number("minvoxels", 1, 1, Integer.MAX_VALUE);
    if (least != Math.rint(least)) {
      throw new UserException(
          "The option 'minvoxels' must be a whole number, not " + Numbers.plain(least) + ".");
    }
    return new ManifestOptions(
        text.text("task")
            .orElseThrow(() -> new UserException("Say which task: task=sinonasal, for example.")),
        text.text("model").filter(model -> !model.isBlank()),
        DeviceChoice.parse(text.text("device").orElse("")),
        text.flag("strict", false),
        new ManifestSettings(
            Words.choice(text, "lesions", ONE, LESIONS).equals(EACH),
            (int) least,
            text.flag("everygrid", false)),
        new BatchRequest(
            manifest(text.text("input").orElse("")),
            FolderSettings.output(text.text("output").orElse("")),
            Words.classify(text).withAcceptFrames(text.flag("acceptframes", false)),
            Words.style(text)));
  }

  /** A file that is there. */
  public static Path manifest(String typed) {
    if (typed.isBlank()) {
      throw new UserException("Say which manifest: input=[/path/of/the manifest.csv].");
    }
    try {
      Path file = Path.of(typed.strip());
      if (!Files.isRegularFile(file)) {
        throw new UserException(
            "There is no file '" + file.toAbsolutePath().normalize() + "' (option input).");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new UserException("'" + typed + "' cannot be a file (option input).", e);
    }
  }
}
