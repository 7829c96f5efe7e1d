package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.task.Task;
import org.radcam.zoo.evaluate.PredictionReader;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.Split;

/**
 * Sees to it, before anything is trained, that what a study will end with can be evaluated: every
 * split that is measured has cases of two classes, and readers' tables fit the cases, the classes
 * and the names of the models.
 */
final class MeasurableCheck {
  private MeasurableCheck() {}

  /**
   * Reads tables as the evaluation will, with answers that say nothing in the models' place.
   *
   * @param candidates all, as far as they are known
   * @throws org.radcam.UserException that names the split or the row
   */
  static void check(Manifest manifest, List<Candidate> candidates, List<Path> readers, Task task)
      throws IOException {
    List<Split> measured = new ArrayList<>(List.of(Split.values()));
    measured.remove(Split.TRAIN);
    // Named as the study's own, as messages name them.
    Path folder = Files.createTempDirectory("radcam-study");
    Path labels = folder.resolve("splits.csv");
    Path answers = folder.resolve("predictions.csv");
    try {
      StudyTables.writeSplits(labels, manifest, task);
      List<String> names =
          candidates.stream().flatMap(one -> CandidateTable.names(one).stream()).toList();
      StudyTables.writeBlank(answers, manifest, measured, names, task);
      List<Path> files = new ArrayList<>(List.of(answers));
      files.addAll(readers);
      PredictionReader.read(files, Optional.of(labels));
    } finally {
      Files.deleteIfExists(labels);
      Files.deleteIfExists(answers);
      Files.deleteIfExists(folder);
    }
  }
}
