package org.radcam.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.prepare.PreparationReader;
import org.radcam.task.NoTask;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Reads our part of a card, {@code config.radcam}; radcam-card.schema.json describes it.
 *
 * <p>Refused is
 *
 * <ul>
 *   <li>an entry that it does not have, a missing or mistyped one;
 *   <li>another format than {@value #FORMAT};
 *   <li>a task, an architecture or a preparation step that there is not;
 *   <li>a class whose code is not that of the task.
 * </ul>
 */
final class RadcamPartReader {
  /** A later version may mean something else by the same words. */
  static final int FORMAT = 1;

  private RadcamPartReader() {}

  /** A card with everything that our part says. */
  static ModelCardBuilder read(YamlSection radcam) {
    radcam.allowOnly(
        "format",
        "task",
        "standing",
        "architecture",
        "inputs",
        "combine",
        "missing",
        "clinical",
        "classes",
        "stages",
        "features",
        "activation",
        "temperature",
        "domain",
        "intendedUse",
        "limits",
        "performance",
        "trainingData",
        "obtainingWeights");
    if (radcam.integer("format") != FORMAT) {
      throw radcam.errorAt(
          "format",
          "this RadCAM reads format "
              + FORMAT
              + ", not "
              + radcam.integer("format")
              + "; update it");
    }
    Task task = task(radcam);
    List<InputSpec> inputs =
        radcam.sections("inputs").stream().map(RadcamPartReader::input).toList();
    List<ClinicalInput> clinical =
        radcam.sections("clinical").stream().map(RadcamPartReader::clinical).toList();
    Optional<YamlSection> features = radcam.optionalSection("features");
    return new ModelCardBuilder()
        .task(task)
        .features(
            features
                .map(yaml -> FeatureSections.card(yaml, task, NetworksReader.classes(radcam, task)))
                .orElse(null))
        .inputs(inputs)
        .clinical(clinical)
        .stages(
            NetworksReader.read(radcam, task, inputs, features.isPresent() ? List.of() : clinical))
        .activation(Activation.valueOf(word(radcam, "activation", "softmax", "sigmoid")))
        .missing(NetworkSections.missing(radcam))
        .domain(radcam.optionalSection("domain").map(CardParts::onlyFile).orElse(null))
        .standing(Standing.valueOf(word(radcam, "standing", "demo", "research")))
        .intendedUse(radcam.text("intendedUse"))
        .limits(radcam.texts("limits"))
        .performance(radcam.sections("performance").stream().map(RadcamPartReader::figure).toList())
        .trainingData(radcam.optionalText("trainingData").orElse(""))
        .obtainingWeights(radcam.optionalText("obtainingWeights").orElse(""));
  }

  private static String word(YamlSection yaml, String key, String... words) {
    return yaml.choice(key, List.of(words)).toUpperCase(Locale.ROOT);
  }

  private static Task task(YamlSection radcam) {
    String key = radcam.text("task");
    if (key.equals(NoTask.KEY)) {
      List<String> outputs =
          radcam.sections("classes").stream().map(label -> label.text("key")).toList();
      return CardParts.at(radcam, () -> NoTask.of(outputs));
    }
    return CardParts.at(radcam, () -> Tasks.get(key));
  }

  private static InputSpec input(YamlSection yaml) {
    yaml.allowOnly("role", "preparation");
    return new InputSpec(yaml.text("role"), PreparationReader.read(yaml, "preparation"));
  }

  private static ClinicalInput clinical(YamlSection yaml) {
    yaml.allowOnly("field", "centre", "scale", "unknown");
    String field = yaml.text("field");
    List<Double> centre = yaml.numbers("centre");
    List<Double> scale = yaml.numbers("scale");
    boolean unknown = yaml.choiceOrFirst("unknown", List.of("refuse", "typical")).equals("typical");
    return CardParts.at(yaml, () -> new ClinicalInput(field, centre, scale, unknown));
  }

  private static Performance figure(YamlSection yaml) {
    yaml.allowOnly("metric", "value", "low", "high", "method", "data");
    String metric = yaml.text("metric");
    double value = yaml.number("value");
    double low = yaml.number("low");
    double high = yaml.number("high");
    String method = yaml.text("method");
    String data = yaml.text("data");
    return CardParts.at(yaml, () -> new Performance(metric, value, low, high, method, data));
  }
}
