package org.radcam.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.radcam.task.Task;

/**
 * Whether several networks can answer one question together, the mean of whose probabilities is the
 * model's ({@code combine: probabilities}), and whether a model can do without some of its images.
 * Refused is
 *
 * <ul>
 *   <li>a network that takes another number of images than one, or whose key is not that image's
 *       role in lower case ({@link Stage#keyOf});
 *   <li>two networks of one image;
 *   <li>networks whose classes differ, or their order;
 *   <li>{@code missing: rest} where no mean is taken: the answer of a network whose channels are
 *       images, or of a cascade, is no mean that could be taken over fewer.
 * </ul>
 */
final class FusionCheck {
  private FusionCheck() {}

  /** Whether networks answer the same question, that of the task. */
  static boolean isFusion(Task task, List<Stage> stages) {
    return stages.size() > 1
        && stages.stream().allMatch(stage -> stage.branches().size() == task.classes().size());
  }

  /**
   * Checks networks that answer the same question.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static void check(List<Stage> stages) {
    Set<String> roles = new HashSet<>();
    for (Stage stage : stages) {
      check(
          stage.roles().size() == 1,
          "Of networks whose probabilities are combined each takes one image, but '"
              + stage.key()
              + "' takes "
              + stage.roles());
      String role = stage.roles().get(0);
      check(
          stage.key().equals(Stage.keyOf(role)),
          "The network of the image '" + role + "' must have the key '" + Stage.keyOf(role) + "'");
      check(roles.add(role), "Two networks take the image '" + role + "'");
      check(
          stage.branches().equals(stages.get(0).branches()),
          "Networks whose probabilities are combined must have the same classes in the same order");
    }
  }

  /**
   * Checks what happens to a case that lacks images.
   *
   * @throws IllegalArgumentException if the model has no mean
   */
  static void check(MissingImages missing, Task task, List<Stage> stages, boolean secondLevel) {
    boolean mean =
        isFusion(task, stages)
            || (stages.size() == 1
                && !secondLevel
                && stages.get(0).combine() == Combine.MEAN
                && stages.get(0).roles().size() > 1);
    check(
        missing == MissingImages.REFUSE || mean,
        "'missing: rest' needs a mean over several images ('combine: mean' or 'probabilities')");
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
