package org.radcam.tabular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * The mean over trees of the classes' shares at the leaves: random forests (Breiman, Mach Learn
 * 2001;45:5) and extremely randomised trees (Geurts, Ernst and Wehenkel, Mach Learn 2006;63:3).
 *
 * @param inputs number of features
 * @param trees the trees
 * @param shares node by class; at leaves the shares of the classes, elsewhere 0
 */
public record RandomForest(int inputs, DecisionTrees trees, float[][] shares)
    implements TabularClassifier {
  static final String KIND = "forest";

  public RandomForest {
    if (shares.length != trees.nodes()) {
      throw new IllegalArgumentException(
          shares.length + " rows of shares for " + trees.nodes() + " nodes");
    }
    if (Arrays.stream(trees.feature()).anyMatch(feature -> feature >= inputs)) {
      throw new IllegalArgumentException("A node asks for a feature beyond " + inputs);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int classes() {
    return shares[0].length;
  }

  @Override
  public double[] probabilities(float[] standardised) {
    double[] sums = new double[classes()];
    double total = 0;
    for (int tree = 0; tree < trees.count(); tree++) {
      float[] own = shares[trees.leaf(tree, standardised)];
      for (int c = 0; c < sums.length; c++) {
        sums[c] += own[c];
        total += own[c];
      }
    }
    for (int c = 0; c < sums.length; c++) {
      sums[c] /= total;
    }
    return sums;
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    trees.put(tensors);
    tensors.put("shares", Tensors.matrix(shares, classes()));
    return tensors;
  }

  static RandomForest read(TensorShelf shelf) {
    DecisionTrees trees = DecisionTrees.read(shelf);
    float[][] shares = shelf.matrix("shares", trees.nodes(), TensorShelf.ANY);
    shelf.checkClasses("shares", shares[0].length);
    for (int node = 0; node < shares.length; node++) {
      double sum = 0;
      for (float share : shares[node]) {
        if (share < 0 || share > 1) {
          throw shelf.refuse("shares", "holds " + share + ", but shares are 0 to 1");
        }
        sum += share;
      }
      if (trees.feature()[node] == DecisionTrees.LEAF && Math.abs(sum - 1) > 1e-4) {
        throw shelf.refuse("shares", "has the sum " + sum + " at leaf " + node + " instead of 1");
      }
    }
    return new RandomForest(shelf.features(), trees, shares);
  }
}
