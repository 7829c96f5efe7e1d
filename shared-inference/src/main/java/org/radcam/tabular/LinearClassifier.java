package org.radcam.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * Logistic regression: of two classes the log odds of the second, of more the logits of a softmax,
 * are linear in the standardised features.
 *
 * @param weights one row for two classes, else one row a class; one column a feature
 * @param intercepts one a row
 */
public record LinearClassifier(float[][] weights, float[] intercepts) implements TabularClassifier {
  static final String KIND = "linear";

  public LinearClassifier {
    if (weights.length == 0 || weights.length == 2 || weights.length != intercepts.length) {
      throw new IllegalArgumentException(
          weights.length + " rows of weights and " + intercepts.length + " intercepts");
    }
    for (float[] row : weights) {
      if (row.length != weights[0].length) {
        throw new IllegalArgumentException("Rows of weights differ in length");
      }
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int inputs() {
    return weights[0].length;
  }

  @Override
  public int classes() {
    return Math.max(2, weights.length);
  }

  @Override
  public double[] probabilities(float[] standardised) {
    double[] margins = new double[weights.length];
    for (int row = 0; row < margins.length; row++) {
      margins[row] = intercepts[row];
      for (int j = 0; j < standardised.length; j++) {
        margins[row] += (double) weights[row][j] * standardised[j];
      }
    }
    return margins.length == 1 ? Softmax.ofLogOdds(margins[0]) : Softmax.of(margins);
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("weights", Tensors.matrix(weights, inputs()));
    tensors.put("intercepts", Tensors.vector(intercepts));
    return tensors;
  }

  static LinearClassifier read(TensorShelf shelf) {
    float[][] weights = shelf.matrix("weights", TensorShelf.ANY, shelf.features());
    shelf.checkClasses("weights", Math.max(weights.length, 2));
    if (weights.length == 0 || weights.length == 2) {
      throw shelf.refuse("weights", "has " + weights.length + " rows; two classes have one row");
    }
    return new LinearClassifier(weights, shelf.vector("intercepts", weights.length));
  }

  /** One row for each class: of two classes the rows are opposites. */
  LinearTerms terms(Standardiser standardiser) {
    int classes = classes();
    double[][] own = new double[classes][inputs()];
    double[] constant = new double[classes];
    double[] centres = new double[inputs()];
    for (int j = 0; j < inputs(); j++) {
      centres[j] = standardiser.centres()[j];
    }
    for (int c = 0; c < classes; c++) {
      int row = weights.length == 1 ? 0 : c;
      int sign = weights.length == 1 && c == 0 ? -1 : 1;
      constant[c] = sign * (double) intercepts[row];
      for (int j = 0; j < inputs(); j++) {
        own[c][j] = sign * (double) weights[row][j] / standardiser.scales()[j];
      }
    }
    return new LinearTerms(own, centres, constant);
  }
}
