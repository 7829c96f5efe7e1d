package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.List;
import org.radcam.tabular.DecisionTrees;

/** Collects the nodes of trees, parents before children. */
final class TreeTable {
  private final List<Integer> roots = new ArrayList<>();
  private final List<Integer> feature = new ArrayList<>();
  private final List<Float> threshold = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();

  /** The next nodes belong to a new tree, the first of them its root. */
  void beginTree() {
    roots.add(feature.size());
  }

  /** Adds a leaf; it may become a split. */
  int add() {
    feature.add(DecisionTrees.LEAF);
    threshold.add(0f);
    left.add(0);
    right.add(0);
    return feature.size() - 1;
  }

  /** A case goes left where its feature is not above the threshold. */
  void split(int node, int feature, float threshold) {
    this.feature.set(node, feature);
    this.threshold.set(node, threshold);
  }

  void children(int node, int left, int right) {
    this.left.set(node, left);
    this.right.set(node, right);
  }

  DecisionTrees trees() {
    float[] thresholds = new float[threshold.size()];
    for (int node = 0; node < thresholds.length; node++) {
      thresholds[node] = threshold.get(node);
    }
    return new DecisionTrees(
        integers(roots), integers(feature), thresholds, integers(left), integers(right));
  }

  private static int[] integers(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
