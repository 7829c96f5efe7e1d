package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.radcam.tabular.Standardiser;
import org.radcam.zoo.tabular.LassoCrossValidation;
import org.radcam.zoo.tabular.LinearSolution;

/** Tables of what the LASSO selected. */
final class SelectedFeatures {
  private SelectedFeatures() {}

  /**
   * The features that have a weight at lambda.min or at lambda.1se: {@code feature, selected}, and
   * for each row of weights ({@code min} and {@code 1se}; of more than two classes one a class) the
   * weight per standard deviation of the feature. Of two classes it is that of the second.
   */
  static void write(Path file, FeatureFit fit, List<String> classes) throws IOException {
    List<String> rows = classes.size() == 2 ? classes.subList(1, 2) : classes;
    List<String> header = new ArrayList<>(List.of("feature", "selected"));
    for (String lambda : List.of("min", "1se")) {
      rows.forEach(key -> header.add("weight_" + lambda + "_" + key));
    }
    if (fit.lasso().isEmpty()) {
      List<List<Object>> all = new ArrayList<>();
      fit.selected().forEach(name -> all.add(List.of(name, true)));
      TableFile.write(file, List.of("feature", "selected"), all);
      return;
    }
    LassoCrossValidation lasso = fit.lasso().get();
    List<LinearSolution> solutions = List.of(lasso.atMinimum(), lasso.atOneStandardError());
    float[] scales = Standardiser.of(fit.table().columns(fit.usable()), fit.usable()).scales();
    List<List<Object>> lines = new ArrayList<>();
    for (int j = 0; j < fit.usable().size(); j++) {
      int column = j;
      String name = fit.usable().get(j);
      boolean any =
          fit.selected().contains(name)
              || solutions.stream()
                  .anyMatch(one -> IntStream.of(one.selected()).anyMatch(at -> at == column));
      if (any) {
        List<Object> line = new ArrayList<>(List.of(name, fit.selected().contains(name)));
        for (LinearSolution solution : solutions) {
          for (double[] weights : solution.weights()) {
            line.add(weights[j] * scales[j]);
          }
        }
        lines.add(line);
      }
    }
    TableFile.write(file, header, lines);
  }

  /**
   * The LASSO's path: {@code lambda, features, deviance, standard_error, chosen}. The deviance is
   * the cross-validated mean of -2 log p. Nothing is written where nothing was selected.
   */
  static void writePath(Path file, FeatureFit fit) throws IOException {
    if (fit.lasso().isEmpty()) {
      return;
    }
    LassoCrossValidation lasso = fit.lasso().get();
    List<List<Object>> lines = new ArrayList<>();
    for (int i = 0; i < lasso.path().penalties().length; i++) {
      String chosen =
          (i == lasso.best() ? "min" : "")
              + (i == lasso.best() && i == lasso.sparse() ? " " : "")
              + (i == lasso.sparse() ? "1se" : "");
      lines.add(
          List.of(
              lasso.path().penalties()[i],
              lasso.path().solutions().get(i).selected().length,
              lasso.deviances()[i],
              lasso.standardErrors()[i],
              chosen));
    }
    TableFile.write(
        file, List.of("lambda", "features", "deviance", "standard_error", "chosen"), lines);
  }
}
