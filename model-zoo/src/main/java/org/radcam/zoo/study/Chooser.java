package org.radcam.zoo.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;

/** Chooses among candidates by the validation patients; of equally good ones the first. */
final class Chooser {
  private Chooser() {}

  /** One candidate, or one for each stage of the task's cascade. */
  static List<Candidate> of(StudyStep step, List<Trained> trained, Task task) {
    if (step.choose() == StudyStep.Choose.ONE) {
      return List.of(best(trained, Trained::bestArea).candidate());
    }
    List<Candidate> chosen = new ArrayList<>();
    for (CascadeStage stage : task.cascade()) {
      chosen.add(best(trained, one -> one.answers().validationArea(stage)).candidate());
    }
    return chosen;
  }

  /** The one with the largest figure. */
  static Trained best(List<Trained> trained, ToDoubleFunction<Trained> figure) {
    Trained best = trained.get(0);
    for (Trained one : trained) {
      if (figure.applyAsDouble(one) > figure.applyAsDouble(best)) {
        best = one;
      }
    }
    return best;
  }
}
