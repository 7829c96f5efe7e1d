package org.radcam.fiji.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;

/**
 * What a user wants to have evaluated.
 *
 * @param table title of an open table; what counts where there is no file
 * @param file a table of predictions; empty for an open table
 * @param label the open table's column of true classes; empty where the file of labels has them
 * @param labels a file of true classes
 * @param output folder for the figures and the report
 * @param title of the report
 */
public record EvaluationOptions(
    String table,
    Optional<Path> file,
    String label,
    Optional<Path> labels,
    Path output,
    String title) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of("table", "file", "label", "labels", TaskOptions.OUTPUT, "title");

  /** ImageJ's own table, into which the commands write. */
  public static final String RESULTS = "Results";

  /** The column of true classes if no other is named. */
  public static final String LABEL = "True class";

  /**
   * Reads a macro line, or what was typed into a dialog.
   *
   * @throws UserException naming the option that is wrong
   */
  public static EvaluationOptions of(OptionText text) {
    text.allowOnly(KEYS);
    Optional<Path> file = file(text, "file");
    return new EvaluationOptions(
        text.filled("table").orElse(RESULTS),
        file,
        text.filled("label").orElse(LABEL),
        file(text, "labels"),
        path(text, TaskOptions.OUTPUT)
            .orElseThrow(
                () ->
                    new UserException(
                        "Say which folder the report goes to (in a macro the option output)."
                            + " It must be new, empty, or of an earlier evaluation.")),
        text.filled("title").orElse("Evaluation"));
  }

  private static Optional<Path> file(OptionText text, String key) {
    Optional<Path> file = path(text, key);
    file.ifPresent(
        one -> {
          if (!Files.isRegularFile(one)) {
            throw new UserException(
                "There is no file '"
                    + one.toAbsolutePath().normalize()
                    + "' (option "
                    + key
                    + ").");
          }
        });
    return file;
  }

  private static Optional<Path> path(OptionText text, String key) {
    Optional<String> typed = text.filled(key);
    try {
      return typed.map(Path::of);
    } catch (InvalidPathException e) {
      throw new UserException(
          "'" + typed.orElseThrow() + "' cannot be a file or folder (option " + key + ").", e);
    }
  }
}
