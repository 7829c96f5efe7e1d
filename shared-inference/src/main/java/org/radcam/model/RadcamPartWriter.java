package org.radcam.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.PreparationWriter;
import org.radcam.task.ClassLabel;

/** Writes our part of a card as {@link RadcamPartReader} reads it. */
final class RadcamPartWriter {
  private RadcamPartWriter() {}

  /** Everything under {@code config.radcam}, in the order of the documentation. */
  static Map<String, Object> write(ModelCard card) {
    Map<String, Object> yaml = YamlValues.map("format", RadcamPartReader.FORMAT);
    yaml.put("task", card.task().key());
    yaml.put("standing", card.standing().key());
    if (card.hasNetwork()) {
      yaml.put("inputs", card.inputs().stream().map(RadcamPartWriter::inputSpec).toList());
    }
    if (!card.clinical().isEmpty()) {
      yaml.put("clinical", card.clinical().stream().map(RadcamPartWriter::clinical).toList());
    }
    if (card.missing() != MissingImages.REFUSE) {
      yaml.put("missing", card.missing().key());
    }
    if (card.isFusion()) {
      yaml.put("combine", NetworkSections.PROBABILITIES);
      List<String> classes = card.stages().get(0).branchKeys();
      yaml.put("classes", classes.stream().map(key -> label(card, key)).toList());
      yaml.put("stages", card.stages().stream().map(RadcamPartWriter::stage).toList());
    } else if (card.isCascade()) {
      yaml.put("stages", card.stages().stream().map(RadcamPartWriter::stage).toList());
    } else if (card.hasNetwork()) {
      Stage only = card.onlyStage();
      yaml.put("classes", labels(card, only.branchKeys()));
      putNetwork(yaml, only);
    }
    card.features()
        .ifPresent(
            spec -> {
              yaml.put("classes", labels(card, spec.classes()));
              yaml.put("features", FeatureSectionsWriter.write(spec));
            });
    yaml.put("activation", card.activation().key());
    card.domain().ifPresent(file -> yaml.put("domain", YamlValues.file(file)));
    yaml.put("intendedUse", card.intendedUse());
    yaml.put("limits", card.limits());
    yaml.put("performance", card.performance().stream().map(RadcamPartWriter::figure).toList());
    yaml.put("trainingData", card.trainingData());
    yaml.put("obtainingWeights", card.obtainingWeights());
    return yaml;
  }

  private static Map<String, Object> stage(Stage stage) {
    Map<String, Object> yaml = YamlValues.map("key", stage.key());
    yaml.put("roles", stage.roles());
    if (stage.architecture().clinical() > 0) {
      yaml.put("clinical", true);
    }
    putNetwork(yaml, stage);
    return yaml;
  }

  private static void putNetwork(Map<String, Object> yaml, Stage stage) {
    if (stage.combine() != Combine.CHANNELS) {
      yaml.put("combine", stage.combine().name().toLowerCase(Locale.ROOT));
    }
    yaml.put("architecture", architecture(stage.architecture()));
    yaml.put("temperature", stage.temperature());
  }

  private static Map<String, Object> architecture(ArchitectureSpec spec) {
    Map<String, Object> yaml = YamlValues.map("key", spec.key());
    yaml.put("inputChannels", spec.inputChannels());
    yaml.put("width", spec.width());
    yaml.put("dropout", spec.dropout());
    putOptions(yaml, spec, "featureStep");
    return yaml;
  }

  /**
   * Options only where they are not as published.
   *
   * @param featureStep what that option is called
   */
  static void putOptions(Map<String, Object> yaml, ArchitectureSpec spec, String featureStep) {
    ArchitectureSpec published =
        ArchitectureSpec.of(spec.key(), spec.inputChannels(), spec.classes());
    if (spec.attention() != published.attention()) {
      yaml.put("attention", spec.attention().key());
    }
    if (spec.shortcut() != published.shortcut()) {
      yaml.put("shortcut", spec.shortcut().name());
    }
    if (spec.featureStep() != published.featureStep()) {
      yaml.put(featureStep, spec.featureStep());
    }
  }

  private static Map<String, Object> clinical(ClinicalInput input) {
    Map<String, Object> yaml = YamlValues.map("field", input.field());
    yaml.put("centre", input.centre());
    yaml.put("scale", input.scale());
    yaml.put("unknown", input.unknownAllowed() ? "typical" : "refuse");
    return yaml;
  }

  private static Map<String, Object> inputSpec(InputSpec spec) {
    Map<String, Object> yaml = YamlValues.map("role", spec.role());
    yaml.put("preparation", PreparationWriter.write(spec.preparation()));
    return yaml;
  }

  private static List<Map<String, Object>> labels(ModelCard card, List<String> keys) {
    return keys.stream().map(key -> label(card, key)).toList();
  }

  private static Map<String, Object> label(ModelCard card, String key) {
    Map<String, Object> yaml = YamlValues.map("key", key);
    card.task()
        .classOf(key)
        .flatMap(ClassLabel::code)
        .ifPresent(
            code -> {
              Map<String, Object> coded = YamlValues.map("scheme", code.scheme());
              coded.put("value", code.value());
              coded.put("meaning", code.meaning());
              yaml.put("code", coded);
            });
    return yaml;
  }

  private static Map<String, Object> figure(Performance figure) {
    Map<String, Object> yaml = YamlValues.map("metric", figure.metric());
    yaml.put("value", figure.value());
    yaml.put("low", figure.low());
    yaml.put("high", figure.high());
    yaml.put("method", figure.method());
    yaml.put("data", figure.data());
    return yaml;
  }
}
