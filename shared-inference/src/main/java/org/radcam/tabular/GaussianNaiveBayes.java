package org.radcam.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * Naive Bayes: within a class the features are taken for independent and normally distributed
 * (Hastie, Tibshirani and Friedman 2009, section 6.6.3).
 *
 * @param logPriors natural logarithm of each class's share
 * @param means class by feature
 * @param variances class by feature, above 0
 */
public record GaussianNaiveBayes(float[] logPriors, float[][] means, float[][] variances)
    implements TabularClassifier {
  static final String KIND = "naive-bayes";

  public GaussianNaiveBayes {
    if (means.length != logPriors.length || variances.length != logPriors.length) {
      throw new IllegalArgumentException("Priors, means and variances differ in classes");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int inputs() {
    return means[0].length;
  }

  @Override
  public int classes() {
    return logPriors.length;
  }

  @Override
  public double[] probabilities(float[] standardised) {
    double[] logs = new double[logPriors.length];
    for (int c = 0; c < logs.length; c++) {
      logs[c] = logPriors[c];
      for (int j = 0; j < standardised.length; j++) {
        double off = (double) standardised[j] - means[c][j];
        logs[c] -= (Math.log(2 * Math.PI * variances[c][j]) + off * off / variances[c][j]) / 2;
      }
    }
    return Softmax.of(logs);
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("log_priors", Tensors.vector(logPriors));
    tensors.put("means", Tensors.matrix(means, inputs()));
    tensors.put("variances", Tensors.matrix(variances, inputs()));
    return tensors;
  }

  static GaussianNaiveBayes read(TensorShelf shelf) {
    float[] priors = shelf.vector("log_priors", TensorShelf.ANY);
    shelf.checkClasses("log_priors", priors.length);
    float[][] means = shelf.matrix("means", priors.length, shelf.features());
    float[][] variances = shelf.matrix("variances", priors.length, shelf.features());
    for (float[] row : variances) {
      for (float variance : row) {
        if (!(variance > 0)) {
          throw shelf.refuse("variances", "holds " + variance + ", but variances are above 0");
        }
      }
    }
    return new GaussianNaiveBayes(priors, means, variances);
  }
}
