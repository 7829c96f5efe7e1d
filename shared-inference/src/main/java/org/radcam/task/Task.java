package org.radcam.task;

import java.util.List;
import java.util.Optional;

/**
 * One clinical question, as data: a host builds its dialog from it, and a further task needs no
 * change in any host.
 *
 * @param key short name, for example {@code chest-xray}
 * @param title for menus and reports
 * @param question what is asked, as a sentence
 * @param study the published study that the task stands for
 * @param classes possible answers, in the order of columns
 * @param roles images that a case needs; the first is the reference whose grid the region of
 *     interest and the heat map are on
 * @param roi what the user's region does
 * @param clinical clinical values that a case needs
 */
public record Task(
    String key,
    String title,
    String question,
    String study,
    List<ClassLabel> classes,
    List<ImageRole> roles,
    RoiPolicy roi,
    List<ClinicalField> clinical) {
  public Task {
    classes = List.copyOf(classes);
    roles = List.copyOf(roles);
    clinical = List.copyOf(clinical);
    if (classes.size() < 2) {
      throw new IllegalArgumentException("Task " + key + " needs at least two classes");
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Task " + key + " needs at least one image role");
    }
    if (classes.stream().map(ClassLabel::key).distinct().count() != classes.size()) {
      throw new IllegalArgumentException("Task " + key + " names a class twice");
    }
  }

  /** The role whose grid the region of interest and the heat map are on. */
  public ImageRole referenceRole() {
    return roles.get(0);
  }

  public Optional<ClassLabel> classOf(String classKey) {
    return classes.stream().filter(label -> label.key().equals(classKey)).findFirst();
  }
}
