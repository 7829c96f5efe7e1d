package org.radcam.zoo.tabular;

import org.radcam.tabular.TabularClassifier;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;

/**
 * 200 trees of all cases without a limit of depth; at every split the best of randomly placed
 * thresholds of some features, the root of their number.
 */
final class ExtraTreesTrainer implements TabularTrainer {
  private static final int TREES = 200;

  @Override
  public String key() {
    return "extra-trees";
  }

  @Override
  public String title() {
    return "ExtraTrees";
  }

  @Override
  public String help() {
    return "200 trees of all cases; at every split the best of random thresholds of some features (the"
        + " root of their number)";
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
        new CARTClassificationTrainer(Integer.MAX_VALUE, 1, 0, share, true, new GiniIndex(), seed);
    return new org.tribuo.common.tree.ExtraTreesTrainer<>(
            tree, new FullyWeightedVotingCombiner(), TREES, seed)
        .train(TribuoTables.dataset(table));
  }
}
