package org.radcam.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.task.RecognitionRule.Span;

/** How kinds of images are recognised, read from one file for all tasks. */
final class Recognition {
  private static final String FILE = "recognition.yaml";

  /** What stands before the name of a list of words. */
  private static final String LIST = "@";

  private final YamlSection lists;

  private Recognition(YamlSection lists) {
    this.lists = lists;
  }

  /** The rules of one kind of image, the best first. */
  static List<RecognitionRule> rules(String kind) {
    try (InputStream in = Recognition.class.getResourceAsStream(FILE)) {
      YamlSection all = YamlSection.read(FILE, new InputStreamReader(in, StandardCharsets.UTF_8));
      if (!all.has(kind)) {
        throw all.error("There are no rules for '" + kind + "'");
      }
      Recognition recognition = new Recognition(all.section("lists"));
      return all.sections(kind).stream().map(recognition::rule).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RecognitionRule rule(YamlSection yaml) {
    yaml.allowOnly(
        "words",
        "also",
        "none",
        "imageType",
        "imageTypeNone",
        "contrast",
        "inversion",
        "echoTime",
        "repetitionTime",
        "inversionTime",
        "bValue");
    return new RecognitionRule(
        words(yaml, "words"),
        words(yaml, "also"),
        words(yaml, "none"),
        words(yaml, "imageType"),
        words(yaml, "imageTypeNone"),
        flag(yaml, "contrast"),
        flag(yaml, "inversion"),
        span(yaml, "echoTime"),
        span(yaml, "repetitionTime"),
        span(yaml, "inversionTime"),
        span(yaml, "bValue"));
  }

  /** The words of a rule, and those of the lists that it names. */
  private List<String> words(YamlSection yaml, String key) {
    List<String> words = new ArrayList<>();
    for (String word : yaml.texts(key)) {
      if (!word.startsWith(LIST)) {
        words.add(word);
      } else if (lists.has(word.substring(1))) {
        words.addAll(lists.texts(word.substring(1)));
      } else {
        throw yaml.errorAt(key, "There is no list '" + word + "'");
      }
    }
    return words;
  }

  private static Optional<Boolean> flag(YamlSection yaml, String key) {
    return yaml.has(key) ? Optional.of(yaml.flag(key)) : Optional.empty();
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
