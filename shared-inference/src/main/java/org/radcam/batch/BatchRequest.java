package org.radcam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions;
import org.radcam.render.HeatStyle;

/**
 * What a user asks of one batch.
 *
 * @param input folder of images, with its sub-folders
 * @param output folder for the results; made where it does not exist. Results of the same request
 *     that it already holds are kept and not computed again.
 * @param options what to explain, and how
 * @param style how the overlays look
 */
public record BatchRequest(Path input, Path output, ClassifyOptions options, HeatStyle style) {

  /**
   * The same request on the folders that are meant, without links; the output folder is made.
   *
   * @throws UserException if there is no input folder, or both are the same
   */
  BatchRequest onRealPaths() throws IOException {
    if (!Files.isDirectory(input)) {
      throw new UserException("There is no folder '" + input + "'.");
    }
    Path from = input.toRealPath();
    Path to = Files.createDirectories(output).toRealPath();
    if (from.equals(to)) {
      throw new UserException(
          "The output folder is the input folder. Choose another one, so that results and images"
              + " are not mixed.");
    }
    return new BatchRequest(from, to, options, style);
  }
}
