package org.radcam.zoo.phantom;

import org.radcam.UserException;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/** Refuses classes that a task does not have. */
final class KnownClass {
  private KnownClass() {}

  /**
   * The class of that key.
   *
   * @throws UserException listing the classes that there are
   */
  static ClassLabel of(Task task, String classKey) {
    return task.classOf(classKey)
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
