package org.radcam.task;

import java.util.List;

/**
 * One answer of a network: a class, or several classes that a later stage of a cascade tells apart.
 *
 * @param key short name, as that of a class
 * @param title for people
 * @param classes keys of the task's classes that it stands for
 */
public record Branch(String key, String title, List<String> classes) {
  public Branch {
    classes = List.copyOf(classes);
    ClassLabel.checkKey(key);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("Branch '" + key + "' has no class");
    }
  }

  /** The branch that is one class and no more. */
  public static Branch of(ClassLabel label) {
    return new Branch(label.key(), label.title(), List.of(label.key()));
  }
}
