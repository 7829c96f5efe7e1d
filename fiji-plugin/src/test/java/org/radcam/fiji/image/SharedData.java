package org.radcam.fiji.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real images beside the repository; a user's machine does not have them. */
final class SharedData {
  private SharedData() {}

  /** A folder or file of theirs; the test is skipped, saying so, where it is absent. */
  static Path of(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(data)) {
        return data;
      }
    }
    Assumptions.abort("Skipped: no test data at shared/data/" + name);
    throw new IllegalStateException();
  }
}
