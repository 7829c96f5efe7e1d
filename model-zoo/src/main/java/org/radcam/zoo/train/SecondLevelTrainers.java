package org.radcam.zoo.train;

import java.util.List;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularModel;
import org.radcam.zoo.tabular.LassoPath;
import org.radcam.zoo.tabular.TabularData;

/** TEMPORARY. */
final class SecondLevelTrainers {
  private SecondLevelTrainers() {}

  static List<String> keys() {
    return List.of("logistic-regression");
  }

  static String title(String key) {
    return key;
  }

  static TabularModel train(String key, TabularData data, long seed) {
    LassoPath path = LassoPath.of(data, new double[] {0.3, 0.1, 0.03, 0.01, 0.003, 0.001});
    return path.solutions()
        .get(5)
        .model(data.features(), Standardiser.of(data.rows(), data.features()));
  }
}
