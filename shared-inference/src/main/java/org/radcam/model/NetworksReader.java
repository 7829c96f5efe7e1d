package org.radcam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/**
 * Reads what a card says of its networks: {@code architecture}, {@code classes}, {@code combine}
 * and {@code temperature} for a single one; {@code stages} for those of the task's cascade; {@code
 * combine: probabilities}, {@code classes} and {@code stages} for those that answer together. A
 * second level ({@code features}) may stand without a network.
 */
final class NetworksReader {
  private final Task task;
  private final List<InputSpec> inputs;
  private final int clinicalNumbers;

  private NetworksReader(Task task, List<InputSpec> inputs, List<ClinicalInput> clinical) {
    this.task = task;
    this.inputs = inputs;
    this.clinicalNumbers = clinical.stream().mapToInt(ClinicalInput::width).sum();
  }

  static List<Stage> read(
      YamlSection radcam, Task task, List<InputSpec> inputs, List<ClinicalInput> clinical) {
    NetworksReader reader = new NetworksReader(task, inputs, clinical);
    if (radcam.has("features") && !radcam.has("architecture") && !radcam.has("stages")) {
      for (String key : List.of("combine", "temperature")) {
        if (radcam.has(key)) {
          throw radcam.errorAt(key, "'" + key + "' is about a network, and there is none");
        }
      }
      return List.of();
    }
    if (NetworkSections.combinesProbabilities(radcam)) {
      return reader.fusion(radcam);
    }
    if (!radcam.has("stages")) {
      return List.of(reader.only(radcam));
    }
    for (String key : List.of("architecture", "classes", "combine", "temperature")) {
      if (radcam.has(key)) {
        throw radcam.errorAt(key, "'" + key + "' belongs to each of the stages here");
      }
    }
    return radcam.sections("stages").stream().map(reader::stage).toList();
  }

  private Stage only(YamlSection radcam) {
    List<String> classes = classes(radcam, task);
    ArchitectureSpec architecture =
        architecture(radcam.section("architecture"), classes.size(), clinicalNumbers);
    Combine combine = NetworkSections.combine(radcam);
    double temperature = radcam.number("temperature");
    List<String> roles = inputs.stream().map(InputSpec::role).distinct().toList();
    return CardParts.at(
        radcam, () -> Stage.only(task, classes, roles, combine, architecture, temperature));
  }

  private List<Stage> fusion(YamlSection radcam) {
    if (!radcam.has("stages")) {
      throw radcam.errorAt("combine", "'probabilities' needs 'stages', a network for each image");
    }
    for (String key : List.of("architecture", "temperature")) {
      if (radcam.has(key)) {
        throw radcam.errorAt(key, "'" + key + "' belongs to each of the stages here");
      }
    }
    List<String> classes = classes(radcam, task);
    List<Stage> stages =
        radcam.sections("stages").stream().map(yaml -> ofImage(yaml, classes)).toList();
    if (stages.size() < 2) {
      throw radcam.errorAt("stages", "'combine: probabilities' needs at least two networks");
    }
    return stages;
  }

  private Stage ofImage(YamlSection yaml, List<String> classes) {
    yaml.allowOnly("key", "roles", "clinical", "architecture", "temperature");
    ArchitectureSpec architecture =
        architecture(
            yaml.section("architecture"),
            classes.size(),
            yaml.flag("clinical") ? clinicalNumbers : 0);
    double temperature = yaml.number("temperature");
    String key = yaml.text("key");
    List<String> roles = yaml.texts("roles");
    if (roles.size() != 1 || !key.equals(Stage.keyOf(roles.get(0)))) {
      throw yaml.errorAt(
          "roles",
          "with 'combine: probabilities' each network takes one image, and its key is that image's"
              + " role in lower case, with _ for -");
    }
    return CardParts.at(
        yaml, () -> Stage.ofImage(task, classes, roles.get(0), architecture, temperature));
  }

  private Stage stage(YamlSection yaml) {
    yaml.allowOnly("key", "roles", "combine", "clinical", "architecture", "temperature");
    CascadeStage asked = NetworkSections.stage(yaml, task);
    ArchitectureSpec architecture =
        architecture(
            yaml.section("architecture"),
            asked.branches().size(),
            yaml.flag("clinical") ? clinicalNumbers : 0);
    Combine combine = NetworkSections.combine(yaml);
    double temperature = yaml.number("temperature");
    List<String> roles = yaml.texts("roles");
    return CardParts.at(yaml, () -> Stage.of(asked, roles, combine, architecture, temperature));
  }

  /** Keys of the classes, in the order of the answers. */
  static List<String> classes(YamlSection radcam, Task task) {
    List<String> keys = new ArrayList<>();
    for (YamlSection yaml : radcam.sections("classes")) {
      yaml.allowOnly("key", "code");
      String key = yaml.text("key");
      Optional<ClassLabel.Code> expected = task.classOf(key).flatMap(ClassLabel::code);
      yaml.optionalSection("code").ifPresent(code -> checkCode(code, key, expected));
      keys.add(key);
    }
    return keys;
  }

  private static void checkCode(YamlSection yaml, String key, Optional<ClassLabel.Code> expected) {
    yaml.allowOnly("scheme", "value", "meaning");
    ClassLabel.Code code =
        new ClassLabel.Code(yaml.text("scheme"), yaml.text("value"), yaml.text("meaning"));
    if (!Optional.of(code).equals(expected)) {
      throw yaml.error(
          "the code of class '"
              + key
              + "' is "
              + code.scheme()
              + " "
              + code.value()
              + " ("
              + code.meaning()
              + "), but the task says "
              + expected
                  .map(c -> c.scheme() + " " + c.value() + " (" + c.meaning() + ")")
                  .orElse("none"));
    }
  }

  /** The network that a section describes. */
  static ArchitectureSpec architecture(YamlSection yaml, int classes, int clinical) {
    yaml.allowOnly(
        "key", "inputChannels", "width", "dropout", "attention", "shortcut", "featureStep");
    ArchitectureSpec published =
        CardParts.at(
            yaml,
            () -> {
              String key = yaml.text("key");
              Architectures.get(key);
              return ArchitectureSpec.of(key, yaml.integer("inputChannels"), classes);
            });
    return NetworkSections.withOptions(yaml, published, clinical);
  }
}
