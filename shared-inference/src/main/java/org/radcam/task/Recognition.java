package org.radcam.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.task.RecognitionRule.Span;

/** How kinds of images are recognised, read from one list for all tasks. */
final class Recognition {
  private static final String FILE = "recognition.yaml";

  private Recognition() {}

  /** The rules of one kind of image, the best first. */
  static List<RecognitionRule> rules(String kind) {
    try (InputStream in = Recognition.class.getResourceAsStream(FILE)) {
      YamlSection all = YamlSection.read(FILE, new InputStreamReader(in, StandardCharsets.UTF_8));
      if (!all.has(kind)) {
        throw all.error("There are no rules for '" + kind + "'");
      }
      return all.sections(kind).stream().map(Recognition::rule).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecognitionRule rule(YamlSection yaml) {
    yaml.allowOnly(
        "words",
        "also",
        "none",
        "imageType",
        "contrast",
        "echoTime",
        "repetitionTime",
        "inversionTime",
        "bValue");
    return new RecognitionRule(
        yaml.texts("words"),
        yaml.texts("also"),
        yaml.texts("none"),
        yaml.texts("imageType"),
        yaml.has("contrast") ? Optional.of(yaml.flag("contrast")) : Optional.empty(),
        span(yaml, "echoTime"),
        span(yaml, "repetitionTime"),
        span(yaml, "inversionTime"),
        span(yaml, "bValue"));
  }

  private static Optional<Span> span(YamlSection yaml, String key) {
    return yaml.optionalSection(key)
        .map(
            range -> {
              range.allowOnly("low", "high");
              return new Span(range.number("low"), range.number("high"));
            });
  }
}
