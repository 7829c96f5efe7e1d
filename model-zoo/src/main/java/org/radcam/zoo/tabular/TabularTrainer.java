package org.radcam.zoo.tabular;

import org.radcam.tabular.TabularClassifier;

/** Makes one kind of classifier. The same table and seed give the same classifier. */
public interface TabularTrainer {
  /** Short name for recipes and tables, such as {@code random-forest}. */
  String key();

  /** Name to show. */
  String title();

  /** One line: what it does, with its settings. */
  String help();

  /** Who does the training. */
  String source();

  /**
   * Trains.
   *
   * @param table every class has at least two cases
   * @param seed of what is drawn by chance
   */
  TabularClassifier train(TrainingTable table, long seed);
}
