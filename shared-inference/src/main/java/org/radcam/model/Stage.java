package org.radcam.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.radcam.network.ArchitectureSpec;
import org.radcam.task.Branch;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;

/**
 * One network of a model: the only one, that of one stage of the task's cascade, or one of several
 * that answer the same question, each from an image of its own.
 *
 * @param key the cascade stage's key, or that of the image ({@link #keyOf}); empty for the only
 *     network of a model
 * @param roles whose images it takes; the images enter in the order of the card's inputs
 * @param combine how several images become its input; a single image is every channel
 * @param architecture the network
 * @param branches its answers, in the order of its logits
 * @param temperature logits are divided by it first (Guo et al., ICML 2017, section 4.2); 1 where
 *     the network is not calibrated
 */
public record Stage(
    String key,
    List<String> roles,
    Combine combine,
    ArchitectureSpec architecture,
    List<Branch> branches,
    double temperature) {
  public Stage {
    Objects.requireNonNull(key, "key");
    roles = List.copyOf(roles);
    branches = List.copyOf(branches);
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The calibration temperature must be above 0, got " + temperature);
    }
    if (architecture.classes() != branches.size()) {
      throw new IllegalArgumentException(
          "The network has "
              + architecture.classes()
              + " logits, but there are "
              + branches.size()
              + " classes");
    }
  }

  /**
   * The only network of a model.
   *
   * @param classes keys of the task's classes, in the order of the network's logits
   */
  public static Stage only(
      Task task,
      List<String> classes,
      List<String> roles,
      Combine combine,
      ArchitectureSpec architecture,
      double temperature) {
    return new Stage("", roles, combine, architecture, branches(task, classes), temperature);
  }

  /**
   * One of several networks that answer the same question, each from one image.
   *
   * @param classes keys of the task's classes, in the order of the network's logits
   * @param role of its image
   */
  public static Stage ofImage(
      Task task,
      List<String> classes,
      String role,
      ArchitectureSpec architecture,
      double temperature) {
    return new Stage(
        keyOf(role),
        List.of(role),
        Combine.CHANNELS,
        architecture,
        branches(task, classes),
        temperature);
  }

  /** The key of an image's own network: its role in lower case, with {@code _} for {@code -}. */
  public static String keyOf(String role) {
    return role.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static List<Branch> branches(Task task, List<String> classes) {
    return classes.stream()
        .map(
            key ->
                task.classOf(key)
                    .map(Branch::of)
                    // Kept as it is: the card names what is wrong with its classes.
                    .orElseGet(() -> new Branch(key, key, List.of(key))))
        .toList();
  }

  /** The network of a stage of the task's cascade. */
  public static Stage of(
      CascadeStage stage,
      List<String> roles,
      Combine combine,
      ArchitectureSpec architecture,
      double temperature) {
    return new Stage(stage.key(), roles, combine, architecture, stage.branches(), temperature);
  }

  public Stage withTemperature(double newTemperature) {
    return new Stage(key, roles, combine, architecture, branches, newTemperature);
  }

  public Stage withArchitecture(ArchitectureSpec newArchitecture) {
    return new Stage(key, roles, combine, newArchitecture, branches, temperature);
  }

  /** Keys of its answers, in the order of its logits. */
  public List<String> branchKeys() {
    return branches.stream().map(Branch::key).toList();
  }

  /** The logit that stands for one of the task's classes; -1 if the stage is not about it. */
  public int logitOf(String classKey) {
    for (int n = 0; n < branches.size(); n++) {
      if (branches.get(n).classes().contains(classKey)) {
        return n;
      }
    }
    return -1;
  }
}
