package org.radcam.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.Attention;
import org.radcam.network.Shortcut;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;

/**
 * Reads what a card says of its networks: {@code architecture}, {@code classes}, {@code combine}
 * and {@code temperature} for a single one, or {@code stages} for those of the task's cascade.
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
    List<String> classes = classes(radcam);
    ArchitectureSpec architecture =
        architecture(radcam.section("architecture"), classes.size(), clinicalNumbers);
    Combine combine = combine(radcam);
    double temperature = radcam.number("temperature");
    List<String> roles = inputs.stream().map(InputSpec::role).distinct().toList();
    return CardParts.at(
        radcam, () -> Stage.only(task, classes, roles, combine, architecture, temperature));
  }

  private Stage stage(YamlSection yaml) {
    yaml.allowOnly("key", "roles", "combine", "clinical", "architecture", "temperature");
    String key = yaml.text("key");
    CascadeStage asked =
        task.cascade().stream()
            .filter(stage -> stage.key().equals(key))
            .findFirst()
            .orElseThrow(
                () ->
                    yaml.errorAt(
                        "key",
                        "task "
                            + task.key()
                            + " has no stage '"
                            + key
                            + "'; its stages are "
                            + task.cascade().stream().map(CascadeStage::key).toList()));
    ArchitectureSpec architecture =
        architecture(
            yaml.section("architecture"),
            asked.branches().size(),
            yaml.flag("clinical") ? clinicalNumbers : 0);
    Combine combine = combine(yaml);
    double temperature = yaml.number("temperature");
    List<String> roles = yaml.texts("roles");
    return CardParts.at(yaml, () -> Stage.of(asked, roles, combine, architecture, temperature));
  }

  private static Combine combine(YamlSection yaml) {
    return Combine.valueOf(
        yaml.choiceOrFirst("combine", List.of("channels", "mean")).toUpperCase(Locale.ROOT));
  }

  private List<String> classes(YamlSection radcam) {
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

  /** The network that a section describes, made once to see that there is such a one. */
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
    double width = yaml.number("width", 1);
    double dropout = yaml.number("dropout", 0);
    String attention =
        yaml.choiceOrFirst(
            "attention", Arrays.stream(Attention.values()).map(Attention::key).toList());
    String shortcut = yaml.choiceOrFirst("shortcut", List.of("B", "A"));
    int featureStep = yaml.integer("featureStep", published.featureStep());
    return CardParts.at(
        yaml,
        () -> {
          ArchitectureSpec spec =
              published
                  .withWidth(width)
                  .withDropout(dropout)
                  .withAttention(attentionOf(attention))
                  .withShortcut(Shortcut.valueOf(shortcut))
                  .withFeatureStep(featureStep)
                  .withClinical(clinical);
          Architectures.create(spec);
          return spec;
        });
  }

  private static Attention attentionOf(String key) {
    return Arrays.stream(Attention.values())
        .filter(attention -> attention.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
