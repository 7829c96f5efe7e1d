package org.radcam.zoo.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Reads studies: YAML, every entry known, every error with its line. {@code docs/studies.md}
 * describes them.
 */
public final class StudyReader {
  private static final long MAX_BYTES = 1 << 20;

  private StudyReader() {}

  /** The study of a task that comes with RadCAM. */
  public static Study builtIn(Task task) {
    try (InputStream in = StudyReader.class.getResourceAsStream(task.key() + ".yaml")) {
      if (in == null) {
        throw new UserException(
            "RadCAM has no study of the task " + task.key() + ": give one with --study FILE.");
      }
      return read("study " + task.key(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserException("Cannot read the study: " + e.getMessage(), e);
    }
  }

  /** A study of a user's own. */
  public static Study read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UserException("There is no study " + file);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + " is too large for a study");
      }
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UserException("Cannot read the study " + file + ": " + e.getMessage(), e);
    }
  }

  static Study read(String file, String text) throws IOException {
    YamlSection top = YamlSection.read(file, new StringReader(text));
    top.allowOnly(
        "task",
        "title",
        "reference",
        "interpretation",
        "shares",
        "seed",
        "steps",
        "compare",
        "published",
        "quick");
    Task task = Tasks.get(top.choice("task", Tasks.keys()));
    YamlSection shares = top.section("shares");
    shares.allowOnly("validation", "test");
    YamlSection quick = top.section("quick");
    quick.allowOnly("phantoms", "recipe", "steps", "weights");
    return new Study(
        task,
        top.text("title"),
        top.text("reference"),
        top.texts("interpretation"),
        at(shares, () -> new Study.Shares(shares.number("validation"), shares.number("test"))),
        top.integer("seed", 1),
        steps(top, task),
        top.sections("compare").stream().map(StudyReader::pair).toList(),
        top.sections("published").stream().map(yaml -> published(yaml, task)).toList(),
        at(
            quick,
            () ->
                new Study.Quick(
                    quick.integer("phantoms"),
                    quick.optionalSection("recipe"),
                    quick.has("steps") ? steps(quick, task) : List.of(),
                    quick.optionalSection("weights").map(StudyReader::weights).orElse(Map.of()))),
        text);
  }

  private static Map<String, String> weights(YamlSection yaml) {
    Map<String, String> weights = new LinkedHashMap<>();
    yaml.keys().forEach(name -> weights.put(name, yaml.text(name)));
    return weights;
  }

  private static List<StudyStep> steps(YamlSection top, Task task) {
    List<StudyStep> steps = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection yaml : top.sections("steps")) {
      StudyStep step = step(yaml, steps, task);
      for (StudyStep.CandidateSpec one : step.candidates()) {
        if (!names.add(one.name())) {
          throw yaml.error("there are two candidates '" + one.name() + "'");
        }
      }
      steps.add(step);
    }
    if (steps.isEmpty()) {
      throw top.errorAt("steps", "a study has steps");
    }
    return steps;
  }

  private static StudyStep step(YamlSection yaml, List<StudyStep> before, Task task) {
    yaml.allowOnly("key", "title", "after", "choose", "recipe", "candidates", "grid");
    String key = yaml.text("key");
    if (before.stream().anyMatch(other -> other.key().equals(key))) {
      throw yaml.errorAt("key", "there are two steps '" + key + "'");
    }
    Optional<String> after = yaml.optionalText("after");
    if (after.isPresent()
        && before.stream()
            .noneMatch(
                other ->
                    other.key().equals(after.get()) && other.choose() != StudyStep.Choose.NONE)) {
      throw yaml.errorAt("after", "no step before has the key '" + after.get() + "' and chooses");
    }
    StudyStep.Choose choose =
        StudyStep.Choose.valueOf(
            yaml.choiceOrFirst("choose", List.of("none", "one", "stages"))
                .toUpperCase(Locale.ROOT));
    if (choose == StudyStep.Choose.STAGES && task.cascade().isEmpty()) {
      throw yaml.errorAt("choose", "task " + task.key() + " has no stages");
    }
    return new StudyStep(key, yaml.text("title"), after, choose, candidates(yaml));
  }

  private static List<StudyStep.CandidateSpec> candidates(YamlSection step) {
    if (step.has("candidates") == step.has("grid")) {
      throw step.error("a step has either 'candidates' or a 'grid'");
    }
    Optional<YamlSection> common = step.optionalSection("recipe");
    List<List<YamlSection>> axes = new ArrayList<>();
    if (step.has("candidates")) {
      axes.add(step.sections("candidates"));
    } else {
      for (YamlSection axis : step.sections("grid")) {
        axis.allowOnly("axis");
        axes.add(axis.sections("axis"));
      }
    }
    Stream<StudyStep.CandidateSpec> specs =
        Stream.of(
            new StudyStep.CandidateSpec("", Optional.empty(), common.orElseGet(StudyReader::none)));
    for (List<YamlSection> axis : axes) {
      specs = specs.flatMap(spec -> axis.stream().map(entry -> with(spec, entry)));
    }
    List<StudyStep.CandidateSpec> all = specs.toList();
    if (all.isEmpty()) {
      throw step.error("the step has no candidate");
    }
    return all;
  }

  private static YamlSection none() {
    try {
      return YamlSection.read("recipe", new StringReader("{}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A candidate with what one more entry says of it. */
  private static StudyStep.CandidateSpec with(StudyStep.CandidateSpec spec, YamlSection yaml) {
    yaml.allowOnly("name", "init", "recipe");
    String name = yaml.text("name");
    return new StudyStep.CandidateSpec(
        spec.name().isEmpty() ? name : spec.name() + ", " + name,
        yaml.optionalText("init").or(spec::init),
        yaml.optionalSection("recipe").map(own -> own.over(spec.recipe())).orElse(spec.recipe()));
  }

  private static Study.Pair pair(YamlSection yaml) {
    yaml.allowOnly("first", "second");
    return new Study.Pair(yaml.text("first"), yaml.text("second"));
  }

  private static PublishedFigure published(YamlSection yaml, Task task) {
    yaml.allowOnly(
        "model", "split", "stage", "figure", "class", "value", "interval", "range", "note");
    Optional<String> label = yaml.optionalText("class");
    Optional<String> stage = yaml.optionalText("stage");
    List<String> classes =
        stage
            .map(
                key ->
                    task.cascade().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(
                            () -> yaml.errorAt("stage", "the task has no stage '" + key + "'"))
                        .branches()
                        .stream()
                        .map(branch -> branch.key())
                        .toList())
            .orElseGet(() -> task.classes().stream().map(ClassLabel::key).toList());
    if (label.isPresent() && !classes.contains(label.get())) {
      throw yaml.errorAt("class", "'" + label.get() + "' is none of " + classes);
    }
    List<Double> ends = yaml.has("range") ? yaml.numbers("range") : yaml.numbers("interval");
    if ((yaml.has("range") && yaml.has("interval")) || (!ends.isEmpty() && ends.size() != 2)) {
      throw yaml.error("'interval' or 'range' is [low, high]");
    }
    List<String> figures =
        Stream.of(PublishedFigure.Figure.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    return at(
        yaml,
        () ->
            new PublishedFigure(
                yaml.text("model"),
                yaml.choice("split", List.of("test", "external", "prospective")),
                stage,
                PublishedFigure.Figure.valueOf(
                    yaml.choice("figure", figures).toUpperCase(Locale.ROOT).replace('-', '_')),
                label,
                yaml.number("value", Double.NaN),
                ends.isEmpty() ? Double.NaN : ends.get(0),
                ends.isEmpty() ? Double.NaN : ends.get(1),
                yaml.optionalText("note")));
  }

  /** Puts the file and the line before what a record says of its values. */
  private static <T> T at(YamlSection yaml, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw (UserException) yaml.error(e.getMessage()).initCause(e);
    }
  }
}
