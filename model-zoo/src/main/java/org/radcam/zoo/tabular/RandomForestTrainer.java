package org.radcam.zoo.tabular;

import org.radcam.tabular.TabularClassifier;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;

/**
 * 200 trees of resampled cases without a limit of depth; at every split the best of some features,
 * the root of their number.
 */
final class RandomForestTrainer implements TabularTrainer {
  private static final int TREES = 200;

  @Override
  public String key() {
    return "random-forest";
  }

  @Override
  public String title() {
    return "Random forest";
  }

  @Override
  public String help() {
    return "200 trees of resampled cases; at every split the best of some features (the root of their"
        + " number)";
  }

  @Override
  public String source() {
    return "Tribuo";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    return TribuoForests.portable(tribuo(table, seed), table);
  }

  Model<Label> tribuo(TrainingTable table, long seed) {
    // Tribuo wants a true fraction, also of a single feature.
    float share = (float) Math.min(Math.nextDown(1f), 1 / Math.sqrt(table.features()));
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(Integer.MAX_VALUE, 1, 0, share, false, new GiniIndex(), seed);
    return new org.tribuo.common.tree.RandomForestTrainer<>(
            tree, new FullyWeightedVotingCombiner(), TREES, seed)
        .train(TribuoTables.dataset(table));
  }
}
