package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.List;
import org.radcam.tabular.RandomForest;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/** Tribuo's forests as ours. */
final class TribuoForests {
  private final int features;
  private final int classes;
  private final TreeTable table = new TreeTable();
  private final List<float[]> shares = new ArrayList<>();

  private TribuoForests(TrainingTable table) {
    this.features = table.features();
    this.classes = table.classes();
  }

  static RandomForest portable(Model<Label> trained, TrainingTable table) {
    TribuoForests forest = new TribuoForests(table);
    for (Model<Label> member : ((WeightedEnsembleModel<Label>) trained).getModels()) {
      TreeModel<Label> tree = (TreeModel<Label>) member;
      forest.table.beginTree();
      forest.add(tree.getRoot(), TribuoTables.features(tree.getFeatureIDMap(), table.features()));
    }
    return new RandomForest(
        forest.features, forest.table.trees(), forest.shares.toArray(float[][]::new));
  }

  private int add(Node<Label> node, int[] numbers) {
    int own = table.add();
    float[] share = new float[classes];
    shares.add(share);
    if (node instanceof LeafNode<Label> leaf) {
      for (int c = 0; c < classes; c++) {
        share[c] = (float) leaf.getDistribution().get(TribuoTables.name(c)).getScore();
      }
      return own;
    }
    SplitNode<Label> split = (SplitNode<Label>) node;
    table.split(own, numbers[split.getFeatureID()], notAbove(split.splitValue()));
    int left = add(split.getLessThanOrEqual(), numbers);
    int right = add(split.getGreaterThan(), numbers);
    table.children(own, left, right);
    return own;
  }

  /** The largest single-precision number that is not above: no such number lies between them. */
  static float notAbove(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }
}
