package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.tabular.TabularModel;
import org.radcam.zoo.tabular.LassoCrossValidation;
import org.radcam.zoo.tabular.LassoPath;
import org.radcam.zoo.tabular.LinearSolution;
import org.radcam.zoo.tabular.TabularData;

/**
 * A second level fitted to cases: features selected, then classifiers trained on those. Features
 * that have no value for some case to learn from are left out first. Nothing but the cases to learn
 * from is looked at.
 *
 * @param table of the cases to learn from
 * @param usable columns without a gap
 * @param lasso the path and its cross-validation; empty where nothing is selected
 * @param selected names of the features that are taken
 * @param fallback whether the LASSO took none, so that the first that enters its path was
 */
record FeatureFit(
    FeatureTable table,
    List<String> usable,
    Optional<LassoCrossValidation> lasso,
    List<String> selected,
    boolean fallback) {
  FeatureFit {
    usable = List.copyOf(usable);
    selected = List.copyOf(selected);
  }

  /**
   * Selects features.
   *
   * @param seed of the folds that find the penalty
   */
  static FeatureFit of(
      FeatureTable table, FeatureRecipe.Selection selection, List<String> classes, long seed) {
    List<String> usable = usable(table);
    TabularData data = data(table, usable, classes.size());
    if (!selection.lasso()) {
      return new FeatureFit(table, usable, Optional.empty(), usable, false);
    }
    int[] folds = CaseFolds.assign(table.cases(), classes, selection.folds(), seed);
    LassoCrossValidation lasso = LassoCrossValidation.of(data, folds);
    LinearSolution solution = selection.sparse() ? lasso.atOneStandardError() : lasso.atMinimum();
    int[] columns = solution.selected();
    boolean fallback = columns.length == 0;
    if (fallback) {
      columns = firstOf(lasso.path());
    }
    return new FeatureFit(table, usable, Optional.of(lasso), names(usable, columns), fallback);
  }

  /**
   * Selects features with penalties that are known already: of fewer cases, to compare classifiers.
   * The penalty alone is kept of the fit to all cases: one number, the same for every classifier
   * that is compared, which would cost a cross-validation more to find anew. Which features it
   * takes is decided by these cases.
   *
   * @param like was fitted to these cases and others
   */
  static FeatureFit like(
      FeatureFit like, FeatureTable table, FeatureRecipe.Selection selection, int classes) {
    if (like.lasso().isEmpty()) {
      return new FeatureFit(table, like.usable(), Optional.empty(), like.usable(), false);
    }
    LassoCrossValidation known = like.lasso().get();
    int last = selection.sparse() ? known.sparse() : known.best();
    double[] penalties = Arrays.copyOf(known.path().penalties(), last + 1);
    TabularData data = data(table, like.usable(), classes);
    int[] columns = LassoPath.of(data, penalties).solutions().get(last).selected();
    boolean fallback = columns.length == 0;
    if (fallback) {
      columns = firstOf(LassoPath.of(data));
    }
    return new FeatureFit(
        table, like.usable(), Optional.empty(), names(like.usable(), columns), fallback);
  }

  private static List<String> names(List<String> all, int[] columns) {
    return Arrays.stream(columns).mapToObj(all::get).toList();
  }

  private static int[] firstOf(LassoPath path) {
    return path.solutions().stream()
        .map(LinearSolution::selected)
        .filter(columns -> columns.length > 0)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "No feature differs between the classes in any way that the LASSO could use."));
  }

  private static List<String> usable(FeatureTable table) {
    List<String> usable = new ArrayList<>();
    for (int j = 0; j < table.names().size(); j++) {
      int column = j;
      if (Arrays.stream(table.rows()).allMatch(row -> isSingle(row[column]))) {
        usable.add(table.names().get(j));
      }
    }
    if (usable.isEmpty()) {
      throw new UserException("No feature has a value for every case to learn from.");
    }
    return usable;
  }

  /** Second levels reckon in single precision. */
  private static boolean isSingle(double value) {
    return Math.abs(value) <= Float.MAX_VALUE;
  }

  private static TabularData data(FeatureTable table, List<String> names, int classes) {
    return new TabularData(names, table.columns(names), table.labels(), classes);
  }

  /** Trains one of the classifiers on the selected features. */
  TabularModel train(String classifier, int classes, long seed) {
    return SecondLevelTrainers.train(classifier, data(table, selected, classes), seed);
  }

  /** Columns that some case has no value of. */
  List<String> gaps() {
    return table.names().stream().filter(name -> !usable.contains(name)).toList();
  }

  /** What a model says of cases: the mean stands in for a value that there is not, as in use. */
  static double[][] probabilities(TabularModel model, FeatureTable table) {
    double[][] rows = table.columns(model.features());
    float[] centres = model.standardiser().centres();
    for (double[] row : rows) {
      IntStream.range(0, row.length)
          .filter(j -> !Double.isFinite(row[j]))
          .forEach(j -> row[j] = centres[j]);
    }
    return Arrays.stream(rows).map(model::probabilities).toArray(double[][]::new);
  }
}
