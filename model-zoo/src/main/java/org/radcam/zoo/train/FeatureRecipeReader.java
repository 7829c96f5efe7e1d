package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.config.YamlSection;
import org.radcam.model.FeatureSections;
import org.radcam.model.RadiomicsSpec;
import org.radcam.task.Task;

/** Reads what a recipe says of its second level: the entry {@code features}. */
final class FeatureRecipeReader {
  private FeatureRecipeReader() {}

  /**
   * Reads the entry, if it is there.
   *
   * @param networkLearns whether there is a network that is trained
   */
  static Optional<FeatureRecipe> read(YamlSection top, Task task, boolean networkLearns) {
    return top.optionalSection("features").map(yaml -> section(top, yaml, task, networkLearns));
  }

  /** Whether a recipe has a network that is to be trained. */
  static boolean networkLearns(YamlSection top) {
    return top.has("stages")
        || !top.has("features")
        || top.optionalSection("network")
            .map(yaml -> !yaml.has("train") || yaml.flag("train"))
            .orElse(false);
  }

  private static FeatureRecipe section(
      YamlSection top, YamlSection yaml, Task task, boolean networkLearns) {
    yaml.allowOnly("radiomics", "selection", "classifiers", "keep");
    if (top.has("screening")) {
      throw top.errorAt(
          "screening",
          "'screening' is for values that a network takes; here 'features.selection' is");
    }
    if (!networkLearns) {
      for (String key :
          List.of(
              "augmentation",
              "optimiser",
              "schedule",
              "transfer",
              "precision",
              "loss",
              "earlyStopping")) {
        if (top.has(key)) {
          throw top.errorAt(
              key, "'" + key + "' is about the training of a network, but none is trained here");
        }
      }
    }
    List<RadiomicsSpec> radiomics = FeatureSections.radiomics(yaml, task);
    FeatureRecipe.Selection selection =
        yaml.optionalSection("selection")
            .map(FeatureRecipeReader::selection)
            .orElse(FeatureRecipe.Selection.ALL);
    List<String> classifiers = classifiers(yaml);
    return at(
        yaml,
        () ->
            new FeatureRecipe(
                radiomics, selection, classifiers, yaml.optionalText("keep"), networkLearns));
  }

  private static FeatureRecipe.Selection selection(YamlSection yaml) {
    yaml.allowOnly("method", "folds", "lambda");
    if (yaml.choice("method", List.of("lasso", "none")).equals("none")) {
      yaml.allowOnly("method");
      return FeatureRecipe.Selection.ALL;
    }
    boolean sparse = yaml.choiceOrFirst("lambda", List.of("min", "1se")).equals("1se");
    return at(yaml, () -> new FeatureRecipe.Selection(true, yaml.integer("folds", 10), sparse));
  }

  private static List<String> classifiers(YamlSection yaml) {
    List<String> known = SecondLevelTrainers.keys();
    List<String> asked = yaml.textOrTexts("classifiers");
    if (asked.equals(List.of("all"))) {
      return known;
    }
    for (String key : asked) {
      if (!known.contains(key)) {
        throw yaml.errorAt(
            "classifiers",
            "there is no classifier '" + key + "'; there are all, or a list of " + known);
      }
    }
    return asked;
  }

  private static <T> T at(YamlSection yaml, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw (org.radcam.UserException) yaml.error(e.getMessage()).initCause(e);
    }
  }
}
