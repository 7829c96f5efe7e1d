package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.model.ClinicalInput;
import org.radcam.model.Combine;
import org.radcam.model.InputSpec;
import org.radcam.model.NetworkSections;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.ScriptNetwork;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;

/**
 * Reads what a recipe says of its networks: {@code network} and {@code combine} for a single one,
 * or {@code stages} for those of the task's cascade, and {@code stage} for what they all have
 * unless they say otherwise. With {@code combine: probabilities} the {@code network} is made once
 * for each image.
 */
final class RecipeNetworks {
  private final YamlSection top;
  private final Task task;
  private final List<InputSpec> inputs;
  private final int clinicalNumbers;

  private RecipeNetworks(
      YamlSection top, Task task, List<InputSpec> inputs, List<ClinicalPolicy> clinical) {
    this.top = top;
    this.task = task;
    this.inputs = inputs;
    this.clinicalNumbers =
        clinical.stream().mapToInt(policy -> ClinicalInput.width(policy.field())).sum();
  }

  static List<Stage> read(
      YamlSection top, Task task, List<InputSpec> inputs, List<ClinicalPolicy> clinical) {
    return new RecipeNetworks(top, task, inputs, clinical).stages();
  }

  private List<Stage> stages() {
    if (top.has("features") && !top.has("network") && !top.has("stages")) {
      if (top.has("combine")) {
        throw top.errorAt("combine", "'combine' is about a network, and there is none");
      }
      return List.of();
    }
    if (!top.has("stages")) {
      if (top.has("stage")) {
        throw top.errorAt("stage", "'stage' is what all of 'stages' have, and there are none");
      }
      List<String> roles = inputs.stream().map(InputSpec::role).distinct().toList();
      if (NetworkSections.combinesProbabilities(top)) {
        return ofImages(roles);
      }
      Combine combine = NetworkSections.combine(top);
      ArchitectureSpec spec =
          network(top.section("network"), roles, combine, task.classes().size(), clinicalNumbers);
      return List.of(
          Stage.only(
              task, task.classes().stream().map(c -> c.key()).toList(), roles, combine, spec, 1));
    }
    for (String key : List.of("network", "combine")) {
      if (top.has(key)) {
        throw top.errorAt(key, "'" + key + "' belongs to each of the stages here");
      }
    }
    List<String> wanted = task.cascade().stream().map(CascadeStage::key).toList();
    Optional<YamlSection> all = top.optionalSection("stage");
    List<Stage> stages =
        top.sections("stages").stream().map(own -> stage(all.map(own::over).orElse(own))).toList();
    if (!stages.stream().map(Stage::key).toList().equals(wanted)) {
      throw top.errorAt(
          "stages",
          wanted.isEmpty()
              ? "task " + task.key() + " is no cascade: give one 'network'"
              : "the stages of task " + task.key() + " are, in this order, " + wanted);
    }
    return stages;
  }

  private List<Stage> ofImages(List<String> roles) {
    if (roles.size() < 2) {
      throw top.errorAt("combine", "'probabilities' needs at least two images");
    }
    List<String> classes = task.classes().stream().map(c -> c.key()).toList();
    YamlSection network = top.section("network");
    return roles.stream()
        .map(
            role ->
                Stage.ofImage(
                    task,
                    classes,
                    role,
                    network(
                        network, List.of(role), Combine.CHANNELS, classes.size(), clinicalNumbers),
                    1))
        .toList();
  }

  private Stage stage(YamlSection yaml) {
    yaml.allowOnly("key", "roles", "combine", "clinical", "network");
    CascadeStage asked = NetworkSections.stage(yaml, task);
    List<String> roles = yaml.texts("roles");
    for (String role : roles) {
      if (inputs.stream().noneMatch(input -> input.role().equals(role))) {
        throw yaml.errorAt("roles", "no input has the role '" + role + "'");
      }
    }
    Combine combine = NetworkSections.combine(yaml);
    ArchitectureSpec spec =
        network(
            yaml.section("network"),
            roles,
            combine,
            asked.branches().size(),
            yaml.flag("clinical") ? clinicalNumbers : 0);
    return Stage.of(asked, roles, combine, spec, 1);
  }

  /** The network that a section describes. */
  private ArchitectureSpec network(
      YamlSection yaml, List<String> roles, Combine combine, int classes, int clinical) {
    yaml.allowOnly(
        "architecture",
        "train",
        "inputChannels",
        "width",
        "dropout",
        "attention",
        "shortcut",
        "featureStep");
    if (yaml.has("train") && !top.has("features")) {
      throw yaml.errorAt(
          "train", "'train' may be false only where a second level answers ('features')");
    }
    int images = (int) inputs.stream().filter(input -> roles.contains(input.role())).count();
    int channels = combine == Combine.MEAN ? 1 : Math.max(1, images);
    String architecture = yaml.text("architecture");
    int inputChannels = yaml.integer("inputChannels", channels);
    ArchitectureSpec published =
        at(
            yaml,
            () -> {
              if (ScriptNetwork.isKey(architecture)) {
                throw new UserException("TorchScript programs cannot be trained here");
              }
              Architectures.get(architecture);
              return ArchitectureSpec.of(architecture, inputChannels, classes);
            });
    return NetworkSections.withOptions(yaml, published, clinical);
  }

  /** Puts the file and the line before what a network says of its settings. */
  private static <T> T at(YamlSection yaml, Supplier<T> made) {
    try {
      return made.get();
    } catch (UserException | IllegalArgumentException e) {
      throw (UserException) yaml.error(e.getMessage()).initCause(e);
    }
  }
}
