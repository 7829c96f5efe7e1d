package org.radcam;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Finds the folder of real images that may lie beside the repository ({@code shared/data}, found by
 * walking up from the working directory). A user's machine does not have it, so tests that need it
 * skip and say so.
 */
public final class TestData {
  private TestData() {}

  /** The folder of test data, where there is one. */
  public static Optional<Path> root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  /** A file or folder of the test data, where it is there. */
  public static Optional<Path> find(String relative) {
    return root().map(root -> root.resolve(relative)).filter(Files::exists);
  }

  /** A file or folder of the test data; skips the test, with a reason, where it is absent. */
  public static Path require(String relative) {
    return find(relative)
        .orElseThrow(
            () -> {
              String reason =
                  "Skipped: the test data shared/data/" + relative + " is not on this machine";
              System.out.println(reason);
              return new TestAbortedException(reason);
            });
  }
}
