package org.radcam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.prepare.PreparationReader;
import org.radcam.task.ClassLabel;
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
        "classes",
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
    List<String> classes = classes(radcam, task);
    return new ModelCardBuilder()
        .task(task)
        .architecture(architecture(radcam.section("architecture"), classes.size()))
        .inputs(radcam.sections("inputs").stream().map(RadcamPartReader::input).toList())
        .classes(classes)
        .activation(Activation.valueOf(word(radcam, "activation", "softmax", "sigmoid")))
        .temperature(radcam.number("temperature"))
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
    return CardParts.at(radcam, () -> Tasks.get(key));
  }

  private static List<String> classes(YamlSection radcam, Task task) {
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

  private static ArchitectureSpec architecture(YamlSection yaml, int classes) {
    yaml.allowOnly("key", "inputChannels", "width", "dropout");
    String key = yaml.text("key");
    int channels = yaml.integer("inputChannels");
    double width = yaml.number("width", 1);
    double dropout = yaml.number("dropout", 0);
    return CardParts.at(
        yaml,
        () -> {
          Architectures.get(key);
          return ArchitectureSpec.of(key, channels, classes).withWidth(width).withDropout(dropout);
        });
  }

  private static InputSpec input(YamlSection yaml) {
    yaml.allowOnly("role", "preparation");
    return new InputSpec(yaml.text("role"), PreparationReader.read(yaml, "preparation"));
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
