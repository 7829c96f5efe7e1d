package org.radcam.tabular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * Gradient-boosted trees: the leaves of a class's trees add up to its logit, and the logits'
 * softmax is the answer (Chen and Guestrin, XGBoost, KDD 2016, equation 1).
 *
 * @param inputs number of features
 * @param trees the trees
 * @param values of each node; what a leaf adds to its class's logit
 * @param classOf the class of each tree
 * @param base logit of every class before the first tree
 * @param classes number of classes
 */
public record BoostedTrees(
    int inputs, DecisionTrees trees, float[] values, int[] classOf, float base, int classes)
    implements TabularClassifier {
  static final String KIND = "boosted-trees";

  public BoostedTrees {
    if (values.length != trees.nodes() || classOf.length != trees.count()) {
      throw new IllegalArgumentException(
          values.length + " values, " + classOf.length + " classes of trees");
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
  public double[] probabilities(float[] standardised) {
    double[] logits = new double[classes];
    Arrays.fill(logits, base);
    for (int tree = 0; tree < trees.count(); tree++) {
      logits[classOf[tree]] += values[trees.leaf(tree, standardised)];
    }
    return Softmax.of(logits);
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    trees.put(tensors);
    tensors.put("values", Tensors.vector(values));
    tensors.put("class_of_tree", Tensors.vector(classOf));
    tensors.put("base", Tensors.scalar(base));
    tensors.put("classes", Tensors.scalar(classes));
    return tensors;
  }

  static BoostedTrees read(TensorShelf shelf) {
    DecisionTrees trees = DecisionTrees.read(shelf);
    int classes = shelf.count("classes", 2, TensorShelf.MOST_CLASSES);
    return new BoostedTrees(
        shelf.features(),
        trees,
        shelf.vector("values", trees.nodes()),
        shelf.integers("class_of_tree", trees.count(), 0, classes),
        shelf.scalar("base"),
        classes);
  }
}
