package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import org.radcam.model.Stage;
import org.radcam.task.Task;

/** Cases in the eyes of one network: those that it is about, labelled with its branches. */
final class StageCases {
  private StageCases() {}

  static List<TrainingCase> of(List<TrainingCase> cases, Task task, Stage stage) {
    return cases.stream().map(one -> inStage(one, task, stage)).flatMap(Optional::stream).toList();
  }

  /** The case with the stage's label; empty if the stage is not about its class. */
  static Optional<TrainingCase> inStage(TrainingCase one, Task task, Stage stage) {
    int branch = stage.logitOf(task.classes().get(one.label()).key());
    return branch < 0 ? Optional.empty() : Optional.of(one.withLabel(branch));
  }
}
