package org.radcam.zoo.tabular;

import org.radcam.tabular.TabularClassifier;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer;

/**
 * 100 rounds of trees of depth 3 with a learning rate of 0.1, each of 80 % of the cases and 80 % of
 * the features; exact splits and one thread, so that the order of sums is always the same.
 */
final class XgboostTrainer implements TabularTrainer {
  private static final int ROUNDS = 100;
  private static final double LEARNING_RATE = 0.1;
  private static final int DEPTH = 3;
  private static final double SAMPLED = 0.8;

  @Override
  public String key() {
    return "xgboost";
  }

  @Override
  public String title() {
    return "XGBoost";
  }

  @Override
  public String help() {
    return "100 rounds of boosted trees of depth 3, learning rate 0.1, 80 % of cases and features";
  }

  @Override
  public String source() {
    return "XGBoost through Tribuo";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    return XgboostTrees.portable(tribuo(table, seed), table);
  }

  Model<Label> tribuo(TrainingTable table, long seed) {
    return new XGBoostClassificationTrainer(
            XGBoostTrainer.BoosterType.GBTREE,
            XGBoostTrainer.TreeMethod.EXACT,
            ROUNDS,
            LEARNING_RATE,
            0,
            DEPTH,
            1,
            SAMPLED,
            SAMPLED,
            1,
            0,
            1,
            XGBoostTrainer.LoggingVerbosity.SILENT,
            Math.floorMod(seed, Integer.MAX_VALUE))
        .train(TribuoTables.dataset(table));
  }
}
