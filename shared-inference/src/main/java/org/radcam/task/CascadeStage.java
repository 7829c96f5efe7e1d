package org.radcam.task;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One question of a cascade, that splits some of the task's classes into branches.
 *
 * @param key short name; lower-case letters, digits and underscores
 * @param question what is asked, as a sentence
 * @param branches the answers, at least two, in the order of the network's logits
 */
public record CascadeStage(String key, String question, List<Branch> branches) {
  public CascadeStage {
    branches = List.copyOf(branches);
    ClassLabel.checkKey(key);
    if (branches.size() < 2) {
      throw new IllegalArgumentException("Stage '" + key + "' needs at least two branches");
    }
    long named = branches.stream().map(Branch::key).distinct().count();
    List<String> all = branches.stream().flatMap(branch -> branch.classes().stream()).toList();
    if (named != branches.size() || new HashSet<>(all).size() != all.size()) {
      throw new IllegalArgumentException("Stage '" + key + "' names a branch or a class twice");
    }
  }

  /** The classes that it tells apart, in the order of its branches. */
  public Set<String> classes() {
    Set<String> all = new LinkedHashSet<>();
    branches.forEach(branch -> all.addAll(branch.classes()));
    return all;
  }

  /**
   * Checks that stages are a cascade over classes:
   *
   * <ul>
   *   <li>the first splits all classes;
   *   <li>every later one splits exactly the classes of a branch before it, and no branch is split
   *       twice;
   *   <li>in the end every class has a branch of its own.
   * </ul>
   *
   * @throws IllegalArgumentException naming the stage that is wrong
   */
  static void check(List<CascadeStage> stages, List<ClassLabel> classes) {
    Set<Set<String>> open = new HashSet<>();
    open.add(new TreeSet<>(classes.stream().map(ClassLabel::key).toList()));
    Set<String> keys = new HashSet<>();
    for (CascadeStage stage : stages) {
      if (!keys.add(stage.key()) || !open.remove(new TreeSet<>(stage.classes()))) {
        throw new IllegalArgumentException(
            "Stage '" + stage.key() + "' does not split a branch that is still to be split");
      }
      stage.branches().stream()
          .filter(branch -> branch.classes().size() > 1)
          .forEach(branch -> open.add(new TreeSet<>(branch.classes())));
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("No stage tells apart the classes " + open);
    }
  }
}
