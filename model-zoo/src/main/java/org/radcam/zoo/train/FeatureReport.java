package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.features.DeepFeatures;
import org.radcam.model.FeatureModelSpec;
import org.radcam.zoo.tabular.LassoCrossValidation;

/** What a training says of the second level that it made. */
final class FeatureReport {
  /** More features than these are only counted in the report; the table has them all. */
  private static final int MOST_NAMED = 40;

  private FeatureReport() {}

  /** The report's lines. */
  static List<String> of(
      FeatureStudy.Fitted made, FeatureStudy study, Recipe recipe, List<String> classes) {
    FeatureRecipe rules = recipe.features().orElseThrow();
    FeatureFit fit = made.fit();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Features: "
            + fit.table().names().size()
            + (fit.gaps().isEmpty()
                ? ""
                : ", of which "
                    + fit.gaps().size()
                    + " have no value for some case and were left out")
            + ".");
    if (fit.lasso().isPresent()) {
      LassoCrossValidation lasso = fit.lasso().get();
      lines.add(
          String.format(
              Locale.ROOT,
              "LASSO, %d-fold cross-validation by patient: lambda.min %.4g keeps %d features"
                  + " (deviance %.4f), lambda.1se %.4g keeps %d (deviance %.4f).",
              rules.selection().folds(),
              lasso.path().penalties()[lasso.best()],
              lasso.atMinimum().selected().length,
              lasso.deviances()[lasso.best()],
              lasso.path().penalties()[lasso.sparse()],
              lasso.atOneStandardError().selected().length,
              lasso.deviances()[lasso.sparse()]));
    }
    if (fit.fallback()) {
      lines.add(
          "At the chosen penalty the LASSO keeps no feature: none helped. The first that enters its"
              + " path was taken.");
    }
    lines.add(
        "Selected ("
            + rules.selection().title()
            + "): "
            + counts(fit.selected())
            + ": "
            + named(fit.selected()));
    lines.addAll(ClassifierTable.lines(made, classes, !study.chosenInFolds().isEmpty()));
    String kept = SecondLevelTrainers.title(made.classifier());
    if (rules.chooses() && study.chosenInFolds().isEmpty()) {
      lines.add(
          "Kept: " + kept + ", whose answers for the validation patients have the largest area.");
    } else if (rules.chooses()) {
      lines.add("Kept: " + kept + ", whose answers out of the folds have the largest area.");
      lines.add(
          "The out-of-fold performance is not that of the kept classifier, but of those chosen in the"
              + " folds, each by a cross-validation of the other folds' cases: "
              + String.join(", ", study.chosenInFolds())
              + ".");
    } else {
      lines.add("Kept: " + kept + ".");
    }
    return lines;
  }

  private static String named(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join(", ", names) + "."
        : "see selected-features.csv.";
  }

  /** How many features there are of each kind. */
  private static String counts(List<String> names) {
    long deep = names.stream().filter(name -> DeepFeatures.channel(name) >= 0).count();
    long clinical =
        names.stream().filter(name -> name.startsWith(FeatureModelSpec.CLINICAL)).count();
    long radiomics = names.size() - deep - clinical;
    List<String> parts = new ArrayList<>();
    if (deep > 0) {
      parts.add(deep + " deep");
    }
    if (radiomics > 0) {
      parts.add(radiomics + " radiomics");
    }
    if (clinical > 0) {
      parts.add(clinical + " clinical");
    }
    return names.size()
        + (names.size() == 1 ? " feature (" : " features (")
        + String.join(", ", parts)
        + ")";
  }

  /** What is added to how the performance was measured. */
  static String how(FeatureRecipe rules) {
    List<String> anew = new ArrayList<>();
    if (rules.selection().lasso()) {
      anew.add("features selected");
    }
    if (rules.chooses()) {
      anew.add("the classifier chosen");
    }
    return anew.isEmpty()
        ? ""
        : ", "
            + String.join(" and ", anew)
            + " anew in each fold"
            + (rules.chooses() ? " (the model's own by the out-of-fold predictions)" : "");
  }

  /** The recipe with what became of its second level in the card's text. */
  static Recipe told(FeatureStudy.Fitted made, FeatureStudy study, Recipe recipe) {
    FeatureRecipe rules = recipe.features().orElseThrow();
    return recipe.withTrainingData(
        "The second level is "
            + SecondLevelTrainers.title(made.classifier())
            + (rules.classifiers().size() > 1
                ? " (of "
                    + rules.classifiers().size()
                    + " classifiers compared"
                    + (!rules.chooses()
                        ? ")"
                        : study.chosenInFolds().isEmpty()
                            ? ", the one with the best answers for the validation patients)"
                            : ", the one with the best out-of-fold predictions)")
                : "")
            + " on "
            + counts(made.fit().selected())
            + " of "
            + made.fit().table().names().size()
            + " ("
            + rules.selection().title()
            + ").");
  }
}
