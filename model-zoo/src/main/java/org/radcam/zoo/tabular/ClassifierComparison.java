package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.UserException;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularModel;

/**
 * Compares kinds of classifiers by cross-validation and trains the best one.
 *
 * <ul>
 *   <li>In each fold, features are standardised and selected with the cases of the other folds
 *       alone; no patient is on both sides.
 *   <li>Every case is answered once, by a model that never saw its patient.
 *   <li>The kind with the largest area under the ROC curve of these answers is chosen; of equally
 *       good ones the first, which is the simplest. Since it is the best of several, its area is an
 *       optimistic estimate; a test set is needed for another.
 *   <li>The chosen kind is trained with all cases, on the features that the LASSO selects among
 *       all.
 * </ul>
 */
public final class ClassifierComparison {
  private final TabularData data;
  private final List<String> patients;
  private final ComparisonSettings settings;
  private final int[] foldOf;

  private ClassifierComparison(
      TabularData data, List<String> patients, int[] foldOf, ComparisonSettings settings) {
    this.data = data;
    this.patients = patients;
    this.settings = settings;
    this.foldOf = foldOf;
  }

  /**
   * Compares with folds by seed.
   *
   * @param patients of the cases
   * @throws UserException if a class has too few patients for the folds
   */
  public static ComparisonReport run(
      TabularData data, List<String> patients, ComparisonSettings settings) {
    int[] folds = Folds.assign(data, patients, settings.folds(), settings.seed());
    return run(data, patients, folds, settings);
  }

  /**
   * Compares with given folds.
   *
   * @param foldOf the fold of each case, from 0
   */
  public static ComparisonReport run(
      TabularData data, List<String> patients, int[] foldOf, ComparisonSettings settings) {
    if (patients.size() != data.size() || foldOf.length != data.size()) {
      throw new IllegalArgumentException("Every case needs a patient and a fold");
    }
    return new ClassifierComparison(data, patients, foldOf, settings).run();
  }

  private ComparisonReport run() {
    int kinds = settings.trainers().size();
    int folds = Arrays.stream(foldOf).max().orElseThrow() + 1;
    double[][][] answers = new double[kinds][data.size()][];
    double[][] foldAucs = new double[kinds][folds];
    for (int fold = 0; fold < folds; fold++) {
      int[] held = TabularData.indices(foldOf, fold, true);
      int[] rest = TabularData.indices(foldOf, fold, false);
      TabularData selected = select(rest);
      TabularData asked = data.cases(held);
      for (int kind = 0; kind < kinds; kind++) {
        TabularModel model = train(settings.trainers().get(kind), selected);
        double[][] own = answers(model, asked);
        foldAucs[kind][fold] = new MacroAuc(own, asked.labels(), data.classes()).value();
        for (int n = 0; n < held.length; n++) {
          answers[kind][held[n]] = own[n];
        }
      }
    }
    return report(answers, foldAucs);
  }

  private ComparisonReport report(double[][][] answers, double[][] foldAucs) {
    List<ClassifierScore> scores = new ArrayList<>();
    ClassifierScore best = null;
    for (int kind = 0; kind < answers.length; kind++) {
      MacroAuc auc = new MacroAuc(answers[kind], data.labels(), data.classes());
      ClassifierScore score =
          new ClassifierScore(
              settings.trainers().get(kind),
              new ClusteredBootstrap(patients, settings.replicates(), settings.seed())
                  .interval(auc::value),
              foldAucs[kind],
              answers[kind]);
      scores.add(score);
      if (best == null || score.auc().estimate() > best.auc().estimate()) {
        best = score;
      }
    }
    FeatureSelector.Choice choice =
        FeatureSelector.choose(
            data, patients, settings.selection(), settings.innerFolds(), settings.seed());
    return new ComparisonReport(
        scores,
        best.trainer(),
        train(best.trainer(), data.columns(choice.columns())),
        choice.lasso(),
        SelectedFeature.of(choice.lasso().atMinimum(), data),
        SelectedFeature.of(choice.lasso().atOneStandardError(), data),
        foldOf.clone());
  }

  private TabularData select(int[] cases) {
    TabularData own = data.cases(cases);
    if (settings.selection() == Selection.NONE) {
      return own;
    }
    List<String> owners = Arrays.stream(cases).mapToObj(patients::get).toList();
    return own.columns(
        FeatureSelector.choose(
                own, owners, settings.selection(), settings.innerFolds(), settings.seed())
            .columns());
  }

  private TabularModel train(TabularTrainer trainer, TabularData selected) {
    Standardiser standardiser = Standardiser.of(selected.rows(), selected.features());
    return new TabularModel(
        selected.features(),
        standardiser,
        trainer.train(TrainingTable.of(selected, standardiser), settings.seed()));
  }

  private double[][] answers(TabularModel model, TabularData asked) {
    int[] columns =
        model.features().stream().mapToInt(name -> data.features().indexOf(name)).toArray();
    TabularData own = asked.columns(columns);
    return Arrays.stream(own.rows()).map(model::probabilities).toArray(double[][]::new);
  }
}
