package org.radcam.task;

import java.util.List;
import java.util.Optional;

/**
 * Stands for the task of a network whose outputs have no known meaning: somebody's weights, that
 * can be run on arrays and trained further, but answer nothing about a patient.
 */
public final class NoTask {
  /** What a card says in place of a task's key. */
  public static final String KEY = "none";

  /** The role of its one image. */
  public static final String ROLE = "IMAGE";

  private NoTask() {}

  /**
   * A task with these outputs and no more.
   *
   * @param outputs keys, at least two
   */
  public static Task of(List<String> outputs) {
    return new Task(
        KEY,
        "No task",
        "The outputs of this network have no known meaning.",
        "none",
        outputs.stream().map(key -> new ClassLabel(key, key, Optional.empty())).toList(),
        List.of(
            new ImageRole(
                ROLE,
                "Any image",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of())),
        RoiPolicy.OPTIONAL,
        List.of(),
        List.of());
  }

  /** Whether a task is such a one. */
  public static boolean is(Task task) {
    return task.key().equals(KEY);
  }
}
