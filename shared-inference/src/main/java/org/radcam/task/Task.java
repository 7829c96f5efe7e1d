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
 * @param roles images that a model may need; the first of those that a model takes is the
 *     reference, whose grid the region of interest and the heat map are on
 * @param roi what the user's region does
 * @param clinical clinical values that a model may need
 * @param cascade questions that a cascade of networks answers one after the other; empty where the
 *     task has none
 */
public record Task(
    String key,
    String title,
    String question,
    String study,
    List<ClassLabel> classes,
    List<ImageRole> roles,
    RoiPolicy roi,
    List<ClinicalField> clinical,
    List<CascadeStage> cascade) {
  public Task {
    classes = List.copyOf(classes);
    roles = List.copyOf(roles);
    clinical = List.copyOf(clinical);
    cascade = List.copyOf(cascade);
    if (classes.size() < 2) {
      throw new IllegalArgumentException("Task " + key + " needs at least two classes");
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("Task " + key + " needs at least one image role");
    }
    if (classes.stream().map(ClassLabel::key).distinct().count() != classes.size()) {
      throw new IllegalArgumentException("Task " + key + " names a class twice");
    }
    if (!cascade.isEmpty()) {
      CascadeStage.check(cascade, classes);
    }
  }

  /** The role whose grid the region of interest and the heat map are on. */
  public ImageRole referenceRole() {
    return roles.get(0);
  }

  public Optional<ClinicalField> clinicalField(String fieldKey) {
    return clinical.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
  }

  /** Whether one image alone, without a region, is a case. */
  public boolean takesSingleImages() {
    return roles.size() == 1 && roi == RoiPolicy.OPTIONAL;
  }

  public Optional<ClassLabel> classOf(String classKey) {
    return classes.stream().filter(label -> label.key().equals(classKey)).findFirst();
  }
}
