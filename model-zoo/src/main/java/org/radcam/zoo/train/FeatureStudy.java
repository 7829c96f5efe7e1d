package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.Performance;
import org.radcam.tabular.TabularModel;

/**
 * Makes the second level of a model: measures features, and, in the cross-validation and for the
 * final model alike, selects some and trains classifiers on them.
 *
 * <ul>
 *   <li>In each fold everything is made from the other folds' cases alone: the network, the means
 *       that stand in for unknown values, the penalty, the selected features, the classifiers. All
 *       classifiers answer for the fold's cases; that is what they are compared by at the end.
 *   <li>Where the classifier is not given, the fold's own answer is that of the classifier which is
 *       best in a cross-validation, by patient, of the other folds' cases. So the performance that
 *       is told is that of the choices in the folds, which no case of their own fold took part in.
 *   <li>The final classifier is chosen by another rule: the one whose own answers out of all folds
 *       have the largest area under the ROC curve. It need not be the one of every fold, or of any.
 *   <li>Where there are no folds, it is the one whose answers for the validation patients have.
 * </ul>
 */
final class FeatureStudy {
  /** Of the other folds' cases, to choose the classifier of a fold. */
  private static final int CHOICE_FOLDS = 5;

  private static final int CHOICE_SEED = -21;
  private static final int PENALTY_SEED = -22;
  private static final int TRAINER_SEED = -23;

  private final Recipe recipe;
  private final FeatureRecipe rules;
  private final List<String> classes;
  private final RadiomicsOfCases radiomics;
  private final CaseFeatures features;
  private final Path folder;
  private final Map<String, List<Prediction>> trials = new LinkedHashMap<>();
  private final List<String> chosenInFolds = new ArrayList<>();

  FeatureStudy(Recipe recipe, ModelCard plan, ModelTrainer trainer, Path folder) {
    this.recipe = recipe;
    this.rules = recipe.features().orElseThrow();
    this.classes = plan.features().orElseThrow().classes();
    this.folder = folder;
    this.radiomics = new RadiomicsOfCases(plan, folder);
    this.features = new CaseFeatures(plan, radiomics, trainer);
    rules.classifiers().forEach(key -> trials.put(key, new ArrayList<>()));
  }

  /**
   * The final second level.
   *
   * @param classifier key of the one that was kept
   * @param fit how its features were selected
   * @param clinical how unknown clinical values are stood in for
   * @param models all classifiers that were tried, by their keys
   * @param trials what each classifier is worth, by its key; empty without cross-validation and
   *     validation patients
   */
  record Fitted(
      String classifier,
      FeatureFit fit,
      Map<String, TabularModel> models,
      List<ClinicalInput> clinical,
      Map<String, List<Performance>> trials) {
    /** The one that was kept. */
    TabularModel model() {
      return models.get(classifier);
    }
  }

  /**
   * Refuses, before anything long begins, folds that have too few patients.
   *
   * @param folds of the cross-validation; 0 for none
   * @param validation patients who tell which classifier is best where there are no folds
   */
  static void check(
      Recipe recipe,
      List<String> classes,
      List<TrainingCase> cases,
      int folds,
      List<TrainingCase> validation) {
    FeatureRecipe rules = recipe.features().orElseThrow();
    if (folds == 0 && rules.chooses() && validation.isEmpty()) {
      throw new UserException(
          "Without a cross-validation (--folds 0) and without patients of the split validation nothing"
              + " tells which of several classifiers is best: name one in the recipe, as"
              + " features.keep.");
    }
    int[] foldOf = folds > 0 ? CaseFolds.assign(cases, classes, folds, recipe.seed()) : new int[0];
    for (int fold = -1; fold < folds; fold++) {
      List<TrainingCase> others = new ArrayList<>();
      for (int n = 0; n < cases.size(); n++) {
        if (fold < 0 || foldOf[n] != fold) {
          others.add(cases.get(n));
        }
      }
      String where = fold < 0 ? "" : ", with one fold of the cross-validation left out";
      checkFolds(
          recipe,
          classes,
          others,
          rules.selection().lasso() ? rules.selection().folds() : 0,
          "For the selection of features (features.selection.folds)" + where);
      checkFolds(
          recipe,
          classes,
          others,
          fold >= 0 && rules.chooses() ? CHOICE_FOLDS : 0,
          "To choose the classifier" + where);
    }
  }

  private static void checkFolds(
      Recipe recipe, List<String> classes, List<TrainingCase> cases, int folds, String why) {
    try {
      if (folds > 0) {
        CaseFolds.assign(cases, classes, folds, recipe.seed());
      }
    } catch (UserException e) {
      throw new UserException(why + ": " + e.getMessage(), e);
    }
  }

  /** Measures what does not depend on a network. */
  void measure(List<TrainingCase> cases, Progress progress) throws IOException {
    radiomics.measure(cases, classes, progress);
  }

  /**
   * Answers for the cases of a fold.
   *
   * @param network trained on others
   * @param others the cases of the other folds
   */
  List<Answer> answer(
      ModelTrainer.Trained network, List<TrainingCase> others, List<TrainingCase> held) {
    long seed = Seeds.mix(recipe.seed(), network.name().hashCode());
    List<ClinicalInput> clinical = ClinicalScaling.fit(recipe.clinical(), others);
    FeatureTable learning = features.of(network, clinical, others);
    FeatureTable asked = features.of(network, clinical, held);
    FeatureFit fit = fit(learning, seed);
    String chosen =
        rules.chooses() ? choose(fit, seed) : rules.keep().orElse(rules.classifiers().get(0));
    chosenInFolds.add(chosen);
    List<Answer> answers = new ArrayList<>();
    for (String key : rules.classifiers()) {
      TabularModel model = train(fit, key, seed);
      double[][] probabilities = FeatureFit.probabilities(model, asked);
      for (int n = 0; n < held.size(); n++) {
        double[] logits = logits(probabilities[n]);
        trials.get(key).add(new Prediction(held.get(n), network.name(), logits, true));
        if (key.equals(chosen)) {
          answers.add(new Answer(held.get(n), network.name(), List.of(logits)));
        }
      }
    }
    return answers;
  }

  private FeatureFit fit(FeatureTable table, long seed) {
    return FeatureFit.of(table, rules.selection(), classes, Seeds.mix(seed, PENALTY_SEED));
  }

  private TabularModel train(FeatureFit fit, String key, long seed) {
    return fit.train(key, classes.size(), Seeds.mix(seed, TRAINER_SEED));
  }

  /** The best in a cross-validation of the cases that a fit was made of; the first of a tie. */
  private String choose(FeatureFit fit, long seed) {
    FeatureTable table = fit.table();
    int[] foldOf =
        CaseFolds.assign(table.cases(), classes, CHOICE_FOLDS, Seeds.mix(seed, CHOICE_SEED));
    Map<String, double[][]> answers = new LinkedHashMap<>();
    rules.classifiers().forEach(key -> answers.put(key, new double[table.rows().length][]));
    for (int fold = 0; fold < CHOICE_FOLDS; fold++) {
      FeatureTable held = part(table, foldOf, fold, true);
      FeatureFit inner =
          FeatureFit.like(fit, part(table, foldOf, fold, false), rules.selection(), classes.size());
      for (String key : rules.classifiers()) {
        double[][] own = FeatureFit.probabilities(train(inner, key, seed), held);
        int at = 0;
        for (int n = 0; n < foldOf.length; n++) {
          if (foldOf[n] == fold) {
            answers.get(key)[n] = logits(own[at++]);
          }
        }
      }
    }
    return best(answers, table.labels());
  }

  private static String best(Map<String, double[][]> logits, int[] labels) {
    String best = "";
    double highest = -1;
    for (Map.Entry<String, double[][]> one : logits.entrySet()) {
      double auc = Scores.aucOfLogarithms(one.getValue(), labels);
      if (auc > highest) {
        highest = auc;
        best = one.getKey();
      }
    }
    return best;
  }

  private static FeatureTable part(FeatureTable table, int[] foldOf, int fold, boolean inside) {
    List<TrainingCase> cases = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int n = 0; n < foldOf.length; n++) {
      if (foldOf[n] == fold == inside) {
        cases.add(table.cases().get(n));
        rows.add(table.rows()[n]);
      }
    }
    return new FeatureTable(table.names(), cases, rows.toArray(double[][]::new));
  }

  /** Logits whose softmax is the probabilities. */
  private static double[] logits(double[] probabilities) {
    double[] logits = new double[probabilities.length];
    for (int c = 0; c < logits.length; c++) {
      logits[c] = Math.log(Math.max(probabilities[c], Double.MIN_NORMAL));
    }
    return logits;
  }

  /**
   * Makes the final second level, and writes the tables that tell of it.
   *
   * @param network the final one
   * @param validation patients by whom classifiers are compared where there were no folds
   * @param how the answers came about by which classifiers are compared
   */
  Fitted fit(
      ModelTrainer.Trained network,
      List<TrainingCase> cases,
      List<TrainingCase> validation,
      String how)
      throws IOException {
    long seed = Seeds.mix(recipe.seed(), network.name().hashCode());
    List<ClinicalInput> clinical = ClinicalScaling.fit(recipe.clinical(), cases);
    FeatureTable table = features.of(network, clinical, cases);
    FeatureFit fit = fit(table, seed);
    Map<String, TabularModel> models = new LinkedHashMap<>();
    rules.classifiers().forEach(key -> models.put(key, train(fit, key, seed)));
    if (chosenInFolds.isEmpty() && !validation.isEmpty()) {
      answers(network, models, clinical, validation)
          .forEach(
              (key, answers) ->
                  answers.forEach(
                      answer ->
                          trials
                              .get(key)
                              .add(
                                  new Prediction(
                                      answer.one(),
                                      network.name(),
                                      answer.logits().get(0),
                                      true))));
    }
    Map<String, List<Performance>> figures = new LinkedHashMap<>();
    trials.forEach(
        (key, predictions) -> {
          if (!predictions.isEmpty()) {
            figures.put(key, new Measurement(classes, "", recipe.seed(), how).of(predictions));
          }
        });
    String kept = rules.keep().orElseGet(this::bestOfTrials);
    Fitted fitted = new Fitted(kept, fit, models, clinical, figures);
    table.write(folder.resolve("features.csv"), classes);
    SelectedFeatures.write(folder.resolve("selected-features.csv"), fit, classes);
    SelectedFeatures.writePath(folder.resolve("lasso.csv"), fit);
    ClassifierTable.write(folder.resolve("classifiers.csv"), fitted, classes);
    return fitted;
  }

  private String bestOfTrials() {
    if (rules.classifiers().size() == 1) {
      return rules.classifiers().get(0);
    }
    Map<String, double[][]> logits = new LinkedHashMap<>();
    trials.forEach(
        (key, own) ->
            logits.put(key, own.stream().map(Prediction::logits).toArray(double[][]::new)));
    int[] labels =
        trials.get(rules.classifiers().get(0)).stream().mapToInt(p -> p.one().label()).toArray();
    return best(logits, labels);
  }

  /** What the final second level says of cases. */
  List<Answer> answer(ModelTrainer.Trained network, Fitted fitted, List<TrainingCase> cases) {
    Map<String, TabularModel> kept = Map.of(fitted.classifier(), fitted.model());
    return answers(network, kept, fitted.clinical(), cases).get(fitted.classifier());
  }

  /** What each of the final classifiers says of cases, by its key. */
  Map<String, List<Answer>> answers(
      ModelTrainer.Trained network, Fitted fitted, List<TrainingCase> cases) {
    return answers(network, fitted.models(), fitted.clinical(), cases);
  }

  private Map<String, List<Answer>> answers(
      ModelTrainer.Trained network,
      Map<String, TabularModel> models,
      List<ClinicalInput> clinical,
      List<TrainingCase> cases) {
    FeatureTable table = features.of(network, clinical, cases);
    Map<String, List<Answer>> answers = new LinkedHashMap<>();
    models.forEach(
        (key, model) -> {
          double[][] probabilities = FeatureFit.probabilities(model, table);
          List<Answer> own = new ArrayList<>();
          for (int n = 0; n < cases.size(); n++) {
            own.add(new Answer(cases.get(n), network.name(), List.of(logits(probabilities[n]))));
          }
          answers.put(key, own);
        });
    return answers;
  }

  /** The classifier that was chosen in each fold. */
  List<String> chosenInFolds() {
    return List.copyOf(chosenInFolds);
  }
}
