package org.radcam.zoo.train;

import java.util.List;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularModel;
import org.radcam.zoo.tabular.TabularData;
import org.radcam.zoo.tabular.TabularTrainer;
import org.radcam.zoo.tabular.TabularTrainers;
import org.radcam.zoo.tabular.TrainingTable;

/** The classifiers that a recipe's second level can be. */
final class SecondLevelTrainers {
  private SecondLevelTrainers() {}

  /** Their keys, simpler ones first. */
  static List<String> keys() {
    return TabularTrainers.all().stream().map(TabularTrainer::key).toList();
  }

  /** What people call one. */
  static String title(String key) {
    return TabularTrainers.of(key).title();
  }

  /** Trains one; features are standardised by these cases. */
  static TabularModel train(String key, TabularData data, long seed) {
    Standardiser standardiser = Standardiser.of(data.rows(), data.features());
    return new TabularModel(
        data.features(),
        standardiser,
        TabularTrainers.of(key).train(TrainingTable.of(data, standardiser), seed));
  }
}
