package org.radcam.zoo.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.engine.DeviceChoice;
import org.radcam.zoo.evaluate.EvaluationSettings;
import org.radcam.zoo.train.TinyData;

/** A study of small networks on small pictures: two widths, and the better one with attention. */
final class TinyStudy {
  private TinyStudy() {}

  static Study study() {
    return read(text());
  }

  static Study read(String text) {
    try {
      return StudyReader.read("tiny study", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StudyRequest request(Study study, Path manifest, Path out, boolean resume) {
    return request(study, manifest, out, resume, Map.of(), List.of());
  }

  static StudyRequest request(
      Study study,
      Path manifest,
      Path out,
      boolean resume,
      Map<String, String> inits,
      List<Path> readers) {
    return new StudyRequest(
        study,
        Optional.of(manifest),
        out,
        false,
        resume,
        inits,
        readers,
        DeviceChoice.CPU,
        new EvaluationSettings(100, 42));
  }

  static String text() {
    return """
        task: chest-xray
        title: Bright squares
        reference: There is none.
        interpretation: [Squares are findings.]
        shares: {validation: 0.25, test: 0.25}
        seed: 5
        steps:
          - key: width
            title: Widths
            choose: one
            recipe:
        %s
            candidates:
              - {name: Narrow, init: narrow, recipe: {network: {width: 0.0625}}}
              - {name: Wide, init: wide, recipe: {network: {width: 0.125}}}
          - key: attention
            title: The better one with attention
            after: width
            candidates:
              - name: "With attention"
                init: se-*
                recipe: {network: {attention: squeeze-excitation}}
        compare:
          - {first: Narrow, second: Wide}
        published:
          - {model: Wide, split: external, figure: auc, value: 0.9, interval: [0.8, 1.0]}
          - {model: Wide, split: test, figure: f1, value: 0.8, note: of which class is not said}
          - {model: Nobody, split: test, figure: accuracy, range: [0.5, 0.7]}
        quick:
          phantoms: 12
          recipe: {quick: {size: 33, width: 0.0625, epochs: 1}}
        """
        .formatted(TinyData.text(2).indent(6).stripTrailing());
  }
}
