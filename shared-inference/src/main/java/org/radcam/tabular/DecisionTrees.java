package org.radcam.tabular;

import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * Binary trees in one table of nodes. A case goes left where its feature is not above the node's
 * threshold. Children come after their parents and have one parent each, so that every way down
 * ends at a leaf.
 *
 * @param roots first node of each tree, rising from 0; a tree's nodes end where the next begins
 * @param feature of each node; {@link #LEAF} marks leaves
 * @param threshold of each node, in standardised units; 0 at leaves
 * @param left child of each node; 0 at leaves
 * @param right child of each node; 0 at leaves
 */
public record DecisionTrees(
    int[] roots, int[] feature, float[] threshold, int[] left, int[] right) {
  /** Instead of a feature. */
  public static final int LEAF = -1;

  public DecisionTrees {
    String problem = problem(roots, feature, left, right);
    if (problem != null || threshold.length != feature.length) {
      throw new IllegalArgumentException("Trees are not sound: " + problem);
    }
  }

  /** Number of trees. */
  public int count() {
    return roots.length;
  }

  /** Number of nodes of all trees. */
  public int nodes() {
    return feature.length;
  }

  /** The leaf of a tree to which a case comes. */
  public int leaf(int tree, float[] standardised) {
    int node = roots[tree];
    while (feature[node] != LEAF) {
      node = standardised[feature[node]] <= threshold[node] ? left[node] : right[node];
    }
    return node;
  }

  void put(Map<String, Tensor> tensors) {
    tensors.put("trees.roots", Tensors.vector(roots));
    tensors.put("trees.feature", Tensors.vector(feature));
    tensors.put("trees.threshold", Tensors.vector(threshold));
    tensors.put("trees.left", Tensors.vector(left));
    tensors.put("trees.right", Tensors.vector(right));
  }

  static DecisionTrees read(TensorShelf shelf) {
    int[] feature = shelf.integers("trees.feature", TensorShelf.ANY, LEAF, shelf.features());
    int nodes = feature.length;
    float[] threshold = shelf.vector("trees.threshold", nodes);
    int[] left = shelf.integers("trees.left", nodes, 0, nodes);
    int[] right = shelf.integers("trees.right", nodes, 0, nodes);
    int[] roots = shelf.integers("trees.roots", TensorShelf.ANY, 0, nodes);
    String problem = problem(roots, feature, left, right);
    if (problem != null) {
      throw shelf.refuse(
          "trees.left", "or 'trees.right' or 'trees.roots' is not sound: " + problem);
    }
    return new DecisionTrees(roots, feature, threshold, left, right);
  }

  /** What is wrong with the links, or null. */
  private static String problem(int[] roots, int[] feature, int[] left, int[] right) {
    int nodes = feature.length;
    if (left.length != nodes || right.length != nodes || roots.length == 0 || roots[0] != 0) {
      return "there must be at least one tree, and it begins at node 0";
    }
    boolean[] reached = new boolean[nodes];
    for (int tree = 0; tree < roots.length; tree++) {
      int end = tree + 1 < roots.length ? roots[tree + 1] : nodes;
      if (roots[tree] >= end || end > nodes) {
        return "the roots do not rise";
      }
      reached[roots[tree]] = true;
      for (int node = roots[tree]; node < end; node++) {
        if (!reached[node]) {
          return "node " + node + " belongs to no tree";
        }
        if (feature[node] == LEAF) {
          continue;
        }
        for (int child : new int[] {left[node], right[node]}) {
          if (child <= node || child >= end || reached[child]) {
            return "node " + child + " cannot be a child of node " + node;
          }
          reached[child] = true;
        }
      }
    }
    return null;
  }
}
