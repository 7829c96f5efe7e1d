package org.radcam.zoo.tabular;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularClassifier;

/**
 * Logistic regression with a ridge penalty, the sum of squared weights by 2 beside the summed
 * log-likelihood (C = 1 in the words of LIBLINEAR and scikit-learn), so that few cases and
 * separated classes have an answer too; multinomial where there are more than two classes.
 */
final class LogisticTrainer implements TabularTrainer {
  private static final double TOLERANCE = 1e-14;

  @Override
  public String key() {
    return "logistic-regression";
  }

  @Override
  public String title() {
    return "Logistic regression";
  }

  @Override
  public String help() {
    return "A weighted sum of the features, as log odds; ridge penalty with C = 1";
  }

  @Override
  public String source() {
    return "RadCAM, coordinate descent";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    int features = table.features();
    double[][] rows = new double[table.rows().length][features];
    for (int n = 0; n < rows.length; n++) {
      for (int j = 0; j < features; j++) {
        rows[n][j] = table.rows()[n][j];
      }
    }
    TabularData data =
        new TabularData(
            IntStream.range(0, features).mapToObj(Integer::toString).toList(),
            rows,
            table.labels(),
            table.classes());
    CoordinateDescent descent = new CoordinateDescent(new PenalisedData(data), 0, TOLERANCE);
    descent.solve(1.0 / rows.length);
    float[] ones = new float[features];
    Arrays.fill(ones, 1);
    return descent
        .solution()
        .model(data.features(), new Standardiser(new float[features], ones))
        .classifier();
  }
}
