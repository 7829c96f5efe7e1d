package org.radcam.model;

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
    yaml.put("architecture", architecture(card.architecture()));
    yaml.put("inputs", card.inputs().stream().map(RadcamPartWriter::inputSpec).toList());
    yaml.put("classes", card.classes().stream().map(key -> label(card, key)).toList());
    yaml.put("activation", card.activation().key());
    yaml.put("temperature", card.temperature());
    card.domain().ifPresent(file -> yaml.put("domain", YamlValues.file(file)));
    yaml.put("intendedUse", card.intendedUse());
    yaml.put("limits", card.limits());
    yaml.put("performance", card.performance().stream().map(RadcamPartWriter::figure).toList());
    yaml.put("trainingData", card.trainingData());
    yaml.put("obtainingWeights", card.obtainingWeights());
    return yaml;
  }

  private static Map<String, Object> architecture(ArchitectureSpec spec) {
    Map<String, Object> yaml = YamlValues.map("key", spec.key());
    yaml.put("inputChannels", spec.inputChannels());
    yaml.put("width", spec.width());
    yaml.put("dropout", spec.dropout());
    return yaml;
  }

  private static Map<String, Object> inputSpec(InputSpec spec) {
    Map<String, Object> yaml = YamlValues.map("role", spec.role());
    yaml.put("preparation", PreparationWriter.write(spec.preparation()));
    return yaml;
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
