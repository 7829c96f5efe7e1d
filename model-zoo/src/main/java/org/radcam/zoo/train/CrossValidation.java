package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.Progress;

/**
 * Trains one network for each fold on the patients of the other folds and asks it about its own
 * fold, so that every case is answered once, by a network that never saw its patient. With early
 * stopping the epoch is chosen on patients set aside from the training patients, never on the fold.
 */
final class CrossValidation {
  private final NetworkTrainer trainer;
  private final Recipe recipe;
  private final List<String> classes;
  private final CaseImages images;
  private final Path folder;

  CrossValidation(
      NetworkTrainer trainer, Recipe recipe, List<String> classes, CaseImages images, Path folder) {
    this.trainer = trainer;
    this.recipe = recipe;
    this.classes = classes;
    this.images = images;
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param predictions of all cases, fold by fold
   * @param epochs the epoch chosen in each fold
   */
  record Outcome(List<Prediction> predictions, int[] epochs) {
    /** The median of the folds' epochs: how long the final network is trained. */
    int medianEpoch() {
      int[] sorted = epochs.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  Outcome run(List<TrainingCase> cases, int folds, Progress progress) throws IOException {
    int[] foldOf = PatientFolds.assign(cases, classes, folds, recipe.seed());
    List<Prediction> predictions = new ArrayList<>();
    int[] epochs = new int[folds];
    for (int fold = 0; fold < folds; fold++) {
      List<TrainingCase> own = select(cases, foldOf, fold, true);
      NetworkTrainer.Job job = job("fold-" + (fold + 1), select(cases, foldOf, fold, false), fold);
      NetworkTrainer.Trained trained =
          trainer.train(job, Parts.of(progress, (double) fold / folds, 1.0 / folds));
      epochs[fold] = trained.epoch();
      predictions.addAll(predict(trained, job.name(), own));
    }
    return new Outcome(predictions, epochs);
  }

  /** What a trained network says of cases. */
  List<Prediction> predict(
      NetworkTrainer.Trained trained, String network, List<TrainingCase> cases) {
    try (Session session = trainer.session()) {
      session.set(trained.weights());
      double[][] logits = session.logits(cases, images, recipe.schedule().batchSize());
      List<Prediction> predictions = new ArrayList<>();
      for (int n = 0; n < logits.length; n++) {
        predictions.add(new Prediction(cases.get(n), network, logits[n]));
      }
      return predictions;
    }
  }

  private NetworkTrainer.Job job(String name, List<TrainingCase> others, int fold) {
    long seed = Seeds.mix(recipe.seed(), fold);
    if (recipe.stopping().isEmpty()) {
      return new NetworkTrainer.Job(
          name, others, List.of(), recipe.schedule().epochs(), seed, folder);
    }
    int[] inner =
        PatientFolds.assign(others, classes, recipe.stopping().orElseThrow().folds(), seed);
    return new NetworkTrainer.Job(
        name,
        select(others, inner, 0, false),
        select(others, inner, 0, true),
        recipe.schedule().epochs(),
        seed,
        folder);
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
