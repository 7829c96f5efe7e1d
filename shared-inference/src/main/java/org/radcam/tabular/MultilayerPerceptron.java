package org.radcam.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * One hidden layer of rectified linear units, and a softmax (Hastie, Tibshirani and Friedman 2009,
 * section 11.3).
 *
 * @param hiddenWeights unit by feature
 * @param hiddenBiases one a unit
 * @param outputWeights class by unit
 * @param outputBiases one a class
 */
public record MultilayerPerceptron(
    float[][] hiddenWeights, float[] hiddenBiases, float[][] outputWeights, float[] outputBiases)
    implements TabularClassifier {
  static final String KIND = "multilayer-perceptron";

  public MultilayerPerceptron {
    if (hiddenWeights.length != hiddenBiases.length
        || outputWeights.length != outputBiases.length
        || outputWeights[0].length != hiddenBiases.length) {
      throw new IllegalArgumentException("Weights and biases do not go together");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int inputs() {
    return hiddenWeights[0].length;
  }

  @Override
  public int classes() {
    return outputBiases.length;
  }

  @Override
  public double[] probabilities(float[] standardised) {
    double[] hidden = new double[hiddenBiases.length];
    for (int unit = 0; unit < hidden.length; unit++) {
      double sum = hiddenBiases[unit];
      for (int j = 0; j < standardised.length; j++) {
        sum += (double) hiddenWeights[unit][j] * standardised[j];
      }
      hidden[unit] = Math.max(0, sum);
    }
    double[] logits = new double[outputBiases.length];
    for (int c = 0; c < logits.length; c++) {
      logits[c] = outputBiases[c];
      for (int unit = 0; unit < hidden.length; unit++) {
        logits[c] += outputWeights[c][unit] * hidden[unit];
      }
    }
    return Softmax.of(logits);
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("hidden.weight", Tensors.matrix(hiddenWeights, inputs()));
    tensors.put("hidden.bias", Tensors.vector(hiddenBiases));
    tensors.put("output.weight", Tensors.matrix(outputWeights, hiddenBiases.length));
    tensors.put("output.bias", Tensors.vector(outputBiases));
    return tensors;
  }

  static MultilayerPerceptron read(TensorShelf shelf) {
    float[][] hidden = shelf.matrix("hidden.weight", TensorShelf.ANY, shelf.features());
    if (hidden.length == 0) {
      throw shelf.refuse("hidden.weight", "has no rows");
    }
    float[] biases = shelf.vector("output.bias", TensorShelf.ANY);
    shelf.checkClasses("output.bias", biases.length);
    return new MultilayerPerceptron(
        hidden,
        shelf.vector("hidden.bias", hidden.length),
        shelf.matrix("output.weight", biases.length, hidden.length),
        biases);
  }
}
