package org.radcam.zoo.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;

/** What is wrong with a manifest's rows, gathered so that a user learns of several at once. */
final class RowProblems {
  private static final int SHOWN = 5;

  private final List<String> problems = new ArrayList<>();

  void add(ManifestRow row, String what) {
    problems.add("row " + row.number() + ": " + what);
  }

  int count() {
    return problems.size();
  }

  /** Refuses the manifest if there was any problem. */
  void refuse(Path file) {
    if (problems.isEmpty()) {
      return;
    }
    int more = problems.size() - SHOWN;
    throw new UserException(
        file
            + ": "
            + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))
            + (more > 0 ? "; and " + more + " more problems" : ""));
  }
}
