package org.radcam.zoo.phantom;

import org.radcam.UserException;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/** Refuses a class that a task does not have. */
final class KnownClass {
  private KnownClass() {}

  /**
   * Returns the key as it is.
   *
   * @throws UserException listing the task's classes, if it is none of them
   */
  static String of(Task task, String classKey) {
    return task.classOf(classKey)
        .map(ClassLabel::key)
        .orElseThrow(
            () ->
                new UserException(
                    "Task "
                        + task.key()
                        + " has no class '"
                        + classKey
                        + "'. Its classes are: "
                        + String.join(", ", task.classes().stream().map(ClassLabel::key).toList())
                        + "."));
  }
}
