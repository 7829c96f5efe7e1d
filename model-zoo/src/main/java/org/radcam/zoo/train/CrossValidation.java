package org.radcam.zoo.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.radcam.Progress;
import org.radcam.UserException;

/**
 * Trains one model for each fold on the patients of the other folds and asks it about its own fold,
 * so that every case is answered once, by networks that never saw its patient. With early stopping
 * the epoch is chosen on patients set aside from the training patients, or on those that the
 * manifest sets aside, never on the fold.
 */
final class CrossValidation {
  private final ModelTrainer trainer;
  private final Recipe recipe;
  private final List<String> classes;

  /** Asks what was trained on the other folds about a fold. */
  interface Asking {
    /**
     * Answers.
     *
     * @param others all cases outside the fold
     * @param held the fold's
     */
    List<Answer> answer(
        ModelTrainer.Trained trained, List<TrainingCase> others, List<TrainingCase> held);
  }

  CrossValidation(ModelTrainer trainer, Recipe recipe, List<String> classes) {
    this.trainer = trainer;
    this.recipe = recipe;
    this.classes = classes;
  }

  /**
   * What came of it.
   *
   * @param answers of all cases, fold by fold
   * @param epochs the epochs chosen in each fold, one for each stage
   */
  record Outcome(List<Answer> answers, List<int[]> epochs) {
    /** The median of the folds' epochs for each stage: how long the final network is trained. */
    int[] medianEpochs() {
      int[] medians = new int[epochs.get(0).length];
      for (int n = 0; n < medians.length; n++) {
        int stage = n;
        int[] sorted = epochs.stream().mapToInt(own -> own[stage]).sorted().toArray();
        medians[n] = sorted[sorted.length / 2];
      }
      return medians;
    }
  }

  /**
   * Runs.
   *
   * @param cases to learn from and to answer, fold by fold
   * @param validation cases that the manifest sets aside for early stopping; often none
   * @param asking what is asked about each fold
   */
  Outcome run(
      List<TrainingCase> cases,
      List<TrainingCase> validation,
      int folds,
      Asking asking,
      Progress progress)
      throws IOException {
    int[] foldOf = CaseFolds.assign(cases, classes, folds, recipe.seed());
    boolean watching = recipe.learning().stopping().isPresent() && validation.isEmpty();
    for (int fold = 0; fold < folds && watching; fold++) {
      // Too few patients for one of the folds is told before the first network, not hours later.
      watched(select(cases, foldOf, fold, false), fold);
    }
    List<Answer> answers = new ArrayList<>();
    List<int[]> epochs = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<TrainingCase> others = select(cases, foldOf, fold, false);
      long seed = Seeds.mix(recipe.seed(), fold);
      List<TrainingCase> learning = others;
      List<TrainingCase> watched = validation;
      if (watching) {
        int[] inner = watched(others, fold);
        learning = select(others, inner, 0, false);
        watched = select(others, inner, 0, true);
      }
      ModelTrainer.Trained trained =
          trainer.train(
              "fold-" + (fold + 1),
              learning,
              watched,
              trainer.allEpochs(),
              seed,
              Parts.of(progress, (double) fold / folds, 1.0 / folds));
      epochs.add(trained.epochs());
      progress.report(
          (fold + 1.0) / folds, trained.name() + ": answering for the cases of the fold");
      answers.addAll(asking.answer(trained, others, select(cases, foldOf, fold, true)));
    }
    return new Outcome(answers, epochs);
  }

  /** Folds of the cases outside a fold; early stopping watches the first of them. */
  private int[] watched(List<TrainingCase> others, int fold) {
    int inner = recipe.learning().stopping().orElseThrow().folds();
    try {
      return CaseFolds.assign(others, classes, inner, Seeds.mix(recipe.seed(), fold));
    } catch (UserException e) {
      throw new UserException(
          "For early stopping (earlyStopping.folds), with one fold of the cross-validation left out: "
              + e.getMessage(),
          e);
    }
  }

  private static List<TrainingCase> select(
      List<TrainingCase> cases, int[] foldOf, int fold, boolean inside) {
    List<TrainingCase> chosen = new ArrayList<>();
    for (int n = 0; n < foldOf.length; n++) {
      if (foldOf[n] == fold == inside) {
        chosen.add(cases.get(n));
      }
    }
    return chosen;
  }
}
