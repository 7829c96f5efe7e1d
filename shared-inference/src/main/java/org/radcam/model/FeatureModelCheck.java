package org.radcam.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcam.network.ScriptNetwork;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/**
 * Whether a card's second level goes with the rest of it. Refused is
 *
 * <ul>
 *   <li>one whose classes are not those of the task, or not in the order of the network's;
 *   <li>one beside several networks, beside a TorchScript program, or beside a network that takes
 *       clinical values itself;
 *   <li>an image that no network takes, where there is none;
 *   <li>one that takes nothing: no network, no radiomics feature, no clinical value;
 *   <li>a network's weights without the second level's file, or the other way round; and, without a
 *       network, weights that are not the second level's file.
 * </ul>
 */
final class FeatureModelCheck {
  private FeatureModelCheck() {}

  static void check(
      Task task,
      List<InputSpec> inputs,
      List<ClinicalInput> clinical,
      List<Stage> stages,
      Optional<FeatureModelSpec> features,
      Optional<PackageFile> weights) {
    if (features.isEmpty()) {
      return;
    }
    FeatureModelSpec spec = features.get();
    List<String> classes = task.classes().stream().map(ClassLabel::key).toList();
    check(
        spec.classes().size() == classes.size()
            && Set.copyOf(spec.classes()).equals(Set.copyOf(classes)),
        "The classes of 'features' are not those of task " + task.key() + ": " + classes);
    check(stages.size() < 2, "A second level ('features') cannot stand on several networks");
    check(
        !stages.isEmpty() || inputs.isEmpty(),
        "The model names an input, but no network that takes it");
    for (Stage stage : stages) {
      check(
          !ScriptNetwork.isKey(stage.architecture().key()),
          "A second level ('features') cannot stand on a TorchScript program");
      check(
          stage.architecture().clinical() == 0,
          "Clinical values go to the second level ('features'), not to the network");
      check(
          stage.branchKeys().equals(spec.classes()),
          "The second level and the network have their classes in different orders");
    }
    check(
        !stages.isEmpty() || !spec.radiomics().isEmpty() || !clinical.isEmpty(),
        "The second level ('features') has nothing to answer from: no network, no radiomics feature,"
            + " no clinical value");
    check(
        spec.model().isPresent() == weights.isPresent(),
        "The weights and the file of 'features' come together");
    check(
        !stages.isEmpty() || weights.equals(spec.model()),
        "A model without a network has no weights but the file of 'features'");
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
