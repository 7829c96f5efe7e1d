package org.radcam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.radcam.prepare.PreparationWriter;
import org.radcam.radiomics.FeatureFamily;

/** Writes the second level of a card as {@link FeatureSections} reads it. */
final class FeatureSectionsWriter {
  private FeatureSectionsWriter() {}

  static Map<String, Object> write(FeatureModelSpec spec) {
    Map<String, Object> yaml = YamlValues.map("radiomics", radiomics(spec.radiomics()));
    spec.model().ifPresent(file -> yaml.put("model", YamlValues.file(file)));
    spec.test()
        .ifPresent(
            test -> {
              Map<String, Object> files =
                  YamlValues.map("features", YamlValues.file(test.features()));
              files.put("probabilities", YamlValues.file(test.probabilities()));
              yaml.put("test", files);
            });
    return yaml;
  }

  private static List<Map<String, Object>> radiomics(List<RadiomicsSpec> specs) {
    return specs.stream().map(FeatureSectionsWriter::one).toList();
  }

  private static Map<String, Object> one(RadiomicsSpec spec) {
    Map<String, Object> yaml = YamlValues.map("role", spec.role());
    if (!spec.key().isEmpty()) {
      yaml.put("key", spec.key());
    }
    if (!spec.preparation().steps().isEmpty()) {
      yaml.put("preparation", PreparationWriter.write(spec.preparation()));
    }
    yaml.put("dimensions", spec.dimensions());
    yaml.put("discretisation", spec.discretisation());
    spec.volumeHistogram().ifPresent(text -> yaml.put("ivh", text));
    if (!spec.range().isEmpty()) {
      yaml.put("range", spec.range());
    }
    spec.outliers().ifPresent(sigmas -> yaml.put("outliers", sigmas));
    if (!spec.spacing().isEmpty()) {
      yaml.put("spacing", spec.spacing());
      yaml.put("interpolation", spec.cubic() ? "cubic" : "linear");
      yaml.put("round", spec.round());
    }
    yaml.put("filters", spec.filters());
    if (spec.families().size() < FeatureFamily.values().length) {
      List<String> families = new ArrayList<>();
      spec.families().forEach(family -> families.add(RadiomicsSpec.word(family)));
      yaml.put("families", families);
    }
    return yaml;
  }
}
