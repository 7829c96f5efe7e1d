package org.radcam.zoo.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcam.io.Digests;

/**
 * What was evaluated, for the report.
 *
 * @param title of the report
 * @param files tables that were read
 */
public record EvaluationSource(String title, List<File> files) {
  public EvaluationSource {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param name without its folder
   * @param sha256 of its bytes
   */
  public record File(String name, String sha256) {}

  /** These and a table that is no file. */
  public EvaluationSource with(String name, byte[] content) {
    List<File> all = new ArrayList<>(files);
    all.add(new File(name, Digests.sha256(content)));
    return new EvaluationSource(title, all);
  }

  /** Files by their paths. */
  public static EvaluationSource of(String title, List<Path> paths) throws IOException {
    List<File> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new File(String.valueOf(path.getFileName()), Digests.sha256(path)));
    }
    return new EvaluationSource(title, files);
  }
}
