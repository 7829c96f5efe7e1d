package org.radcam.zoo.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.model.Credits;
import org.radcam.model.InputSpec;
import org.radcam.model.NetworkSections;
import org.radcam.model.Standing;
import org.radcam.network.weights.TensorType;
import org.radcam.prepare.PreparationReader;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Reads recipes: YAML, every entry known, every error with its line. {@code docs/training.md}
 * describes them.
 */
public final class RecipeReader {
  private static final long MAX_BYTES = 1 << 20;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

  private RecipeReader() {}

  /** Reads a recipe from a file. */
  public static Recipe read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UserException("There is no recipe " + file);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + " is too large for a recipe");
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UserException("Cannot read the recipe " + file + ": " + e.getMessage(), e);
    }
  }

  /** A recipe that comes with RadCAM. */
  public static Recipe builtIn(String name) {
    try {
      return read(RecipeSource.builtIn(name));
    } catch (IOException e) {
      throw new UserException("Cannot read the recipe " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * A recipe in memory.
   *
   * @param name for messages
   */
  public static Recipe of(String name, String text) {
    try {
      return parse(name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recipe parse(String name, String text) throws IOException {
    return read(RecipeSource.of(name, text));
  }

  private static Recipe read(RecipeSource source) {
    YamlSection top = source.top();
    top.allowOnly(
        "from",
        "task",
        "model",
        "for",
        "inputs",
        "roles",
        "combine",
        "missing",
        "clinical",
        "screening",
        "network",
        "stage",
        "stages",
        "features",
        "augmentation",
        "optimiser",
        "schedule",
        "transfer",
        "precision",
        "loss",
        "earlyStopping",
        "weights",
        "seed",
        "quick");
    Task task = task(top);
    List<InputSpec> inputs = kept(top, inputs(top, task));
    List<ClinicalPolicy> clinical = clinical(top, task);
    Optional<QuickForm> quick = top.optionalSection("quick").map(RecipeReader::quick);
    Recipe recipe =
        checked(
            top,
            () ->
                new Recipe(
                    task,
                    card(top.section("model")),
                    inputs,
                    clinical,
                    screening(top, task, clinical),
                    RecipeNetworks.read(
                        top, task, inputs, top.has("features") ? List.of() : clinical),
                    FeatureRecipeReader.read(top, task, FeatureRecipeReader.networkLearns(top)),
                    NetworkSections.missing(top),
                    top.optionalSection("augmentation")
                        .map(RecipeReader::augmentation)
                        .orElse(Augmentation.NONE),
                    learning(top),
                    top.choiceOrFirst("weights", List.of("float32", "float16")).equals("float16")
                        ? TensorType.F16
                        : TensorType.F32,
                    top.integer("seed", 1),
                    top.optionalSection("for").map(RecipeReader::onlyFor),
                    source.text()));
    return quick.isPresent() ? checked(top, () -> quick.get().of(recipe)) : recipe;
  }

  private static QuickForm quick(YamlSection yaml) {
    yaml.allowOnly("size", "width", "epochs");
    return checked(
        yaml,
        () -> new QuickForm(yaml.integer("size"), yaml.number("width"), yaml.integer("epochs")));
  }

  /** The inputs that {@code roles} names; all, where it is absent. */
  private static List<InputSpec> kept(YamlSection top, List<InputSpec> inputs) {
    if (!top.has("roles")) {
      return inputs;
    }
    List<String> roles = top.textOrTexts("roles");
    for (String role : roles) {
      if (inputs.stream().noneMatch(input -> input.role().equals(role))) {
        throw top.errorAt(
            "roles",
            "no input has the role '"
                + role
                + "'; there are "
                + inputs.stream().map(InputSpec::role).distinct().toList());
      }
    }
    return inputs.stream().filter(input -> roles.contains(input.role())).toList();
  }

  private static Task task(YamlSection top) {
    return Tasks.get(top.choice("task", Tasks.keys()));
  }

  private static List<InputSpec> inputs(YamlSection top, Task task) {
    List<InputSpec> inputs = new ArrayList<>();
    for (YamlSection yaml : top.sections("inputs")) {
      yaml.allowOnly("role", "roles", "preparation");
      if (yaml.has("role") == yaml.has("roles")) {
        throw yaml.error("an input has either one 'role', or a list of 'roles' prepared alike");
      }
      String key = yaml.has("role") ? "role" : "roles";
      List<String> roles = yaml.has("role") ? List.of(yaml.text("role")) : yaml.texts("roles");
      for (String role : roles) {
        if (task.roles().stream().noneMatch(known -> known.key().equals(role))) {
          throw yaml.errorAt(
              key,
              "task "
                  + task.key()
                  + " has no image role '"
                  + role
                  + "'; its roles are "
                  + task.roles().stream().map(ImageRole::key).toList());
        }
        inputs.add(new InputSpec(role, PreparationReader.read(yaml, "preparation")));
      }
    }
    return inputs;
  }

  private static List<ClinicalPolicy> clinical(YamlSection top, Task task) {
    List<ClinicalPolicy> policies = new ArrayList<>();
    for (YamlSection yaml : top.sections("clinical")) {
      yaml.allowOnly("field", "unknown");
      String key = yaml.text("field");
      ClinicalField field =
          task.clinicalField(key)
              .orElseThrow(
                  () ->
                      yaml.errorAt(
                          "field",
                          "task "
                              + task.key()
                              + " has no clinical value '"
                              + key
                              + "'; it has "
                              + task.clinical().stream().map(ClinicalField::key).toList()));
      boolean typical =
          yaml.choiceOrFirst("unknown", List.of("refuse", "typical")).equals("typical");
      policies.add(new ClinicalPolicy(field, typical));
    }
    return policies;
  }

  private static Optional<ScreeningRule> screening(
      YamlSection top, Task task, List<ClinicalPolicy> clinical) {
    if (!top.has("screening")) {
      return Optional.empty();
    }
    YamlSection yaml = top.section("screening");
    yaml.allowOnly("method", "alpha");
    yaml.choice("method", List.of("multivariate-logistic"));
    if (task.classes().size() != 2) {
      throw yaml.error("screening is for tasks with two classes, and " + task.key() + " has more");
    }
    if (clinical.isEmpty()) {
      throw yaml.error("there is nothing to screen: 'clinical' names no values");
    }
    return Optional.of(
        checked(yaml, () -> new ScreeningRule(yaml.number("alpha", ScreeningRule.USUAL))));
  }

  private static Learning learning(YamlSection top) {
    if (!FeatureRecipeReader.networkLearns(top)) {
      return Learning.NOTHING;
    }
    YamlSection loss = top.section("loss");
    loss.allowOnly("labelSmoothing", "guidance", "balance");
    OptimiserSettings optimiser = optimiser(top.section("optimiser"));
    Schedule schedule = schedule(top.section("schedule"));
    return checked(
        top,
        () ->
            new Learning(
                optimiser,
                schedule,
                top.optionalSection("transfer").map(RecipeReader::transfer),
                word(top, "precision", Precision.values(), Precision.FLOAT32),
                loss.number("labelSmoothing", 0),
                loss.number("guidance", 0),
                word(loss, "balance", Balance.values(), Balance.CLASS),
                top.optionalSection("earlyStopping").map(RecipeReader::stopping)));
  }

  private static Transfer transfer(YamlSection yaml) {
    yaml.allowOnly("frozenEpochs", "unfreeze", "epochsEach", "rateFactor");
    return checked(
        yaml,
        () ->
            new Transfer(
                yaml.integer("frozenEpochs"),
                yaml.texts("unfreeze"),
                yaml.integer("epochsEach", 1),
                yaml.number("rateFactor", 1)));
  }

  private static CardText card(YamlSection yaml) {
    yaml.allowOnly(
        "id",
        "name",
        "version",
        "description",
        "intendedUse",
        "standing",
        "limits",
        "trainingData",
        "obtainingWeights",
        "authors",
        "licence",
        "citations");
    return new CardText(
        yaml.text("id"),
        yaml.text("name"),
        yaml.text("version"),
        yaml.text("description"),
        yaml.text("intendedUse"),
        word(yaml, "standing", Standing.values(), Standing.RESEARCH),
        yaml.texts("limits"),
        yaml.text("trainingData"),
        yaml.text("obtainingWeights"),
        checked(
            yaml,
            () ->
                new Credits(
                    yaml.texts("authors"),
                    yaml.text("licence"),
                    yaml.sections("citations").stream().map(RecipeReader::citation).toList())));
  }

  private static String onlyFor(YamlSection yaml) {
    yaml.allowOnly("manifest");
    String sha256 = yaml.text("manifest");
    if (!SHA256.matcher(sha256).matches()) {
      throw yaml.errorAt("manifest", "'manifest' must be the 64 hexadecimal digits of a SHA-256");
    }
    return sha256;
  }

  private static Credits.Citation citation(YamlSection yaml) {
    yaml.allowOnly("text", "doi", "url");
    return checked(
        yaml,
        () ->
            new Credits.Citation(
                yaml.text("text"), yaml.optionalText("doi"), yaml.optionalText("url")));
  }

  private static Augmentation augmentation(YamlSection yaml) {
    yaml.allowOnly(
        "rotation",
        "scale",
        "shift",
        "flip",
        "flipRows",
        "flipSlices",
        "gamma",
        "contrast",
        "brightness",
        "blur",
        "noise");
    return checked(
        yaml,
        () ->
            new Augmentation(
                yaml.number("rotation", 0),
                yaml.number("scale", 0),
                yaml.number("shift", 0),
                yaml.number("flip", 0),
                yaml.number("flipRows", 0),
                yaml.number("flipSlices", 0),
                yaml.number("gamma", 0),
                yaml.number("contrast", 0),
                yaml.number("brightness", 0),
                yaml.number("blur", 0),
                yaml.number("noise", 0)));
  }

  private static OptimiserSettings optimiser(YamlSection yaml) {
    yaml.allowOnly("kind", "weightDecay", "momentum");
    OptimiserSettings.Kind kind = word(yaml, "kind", OptimiserSettings.Kind.values(), null);
    if (kind == OptimiserSettings.Kind.ADAMW && yaml.has("momentum")) {
      throw yaml.errorAt("momentum", "adamw takes no momentum");
    }
    return checked(
        yaml,
        () ->
            new OptimiserSettings(kind, yaml.number("weightDecay", 0), yaml.number("momentum", 0)));
  }

  private static Schedule schedule(YamlSection yaml) {
    yaml.allowOnly("epochs", "batchSize", "learningRate", "warmUpEpochs");
    return checked(
        yaml,
        () ->
            new Schedule(
                yaml.integer("epochs"),
                yaml.integer("batchSize"),
                yaml.number("learningRate"),
                yaml.number("warmUpEpochs", 0)));
  }

  private static EarlyStopping stopping(YamlSection yaml) {
    yaml.allowOnly("folds", "measure", "patience");
    return checked(
        yaml,
        () ->
            new EarlyStopping(
                yaml.integer("folds"),
                word(yaml, "measure", EarlyStopping.Measure.values(), null),
                yaml.integer("patience")));
  }

  /** One of an enum's names, in lower case with hyphens. */
  private static <E extends Enum<E>> E word(YamlSection yaml, String key, E[] values, E absent) {
    if (absent != null && !yaml.has(key)) {
      return absent;
    }
    List<String> words =
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    return values[words.indexOf(yaml.choice(key, words))];
  }

  /**
   * Puts the file and the line before what a record says of its values: the line of the entry that
   * the message begins with, where it begins with one in quotes.
   */
  private static <T> T checked(YamlSection yaml, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      Matcher entry = QUOTED.matcher(e.getMessage());
      String key = entry.lookingAt() ? entry.group(1) : "";
      throw (UserException) yaml.errorAt(key, e.getMessage()).initCause(e);
    }
  }
}
