package org.radcam.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.Tensor;

/**
 * Support vector machines of every pair of classes, in the layout of LIBSVM (Chang and Lin, ACM
 * Trans Intell Syst Technol 2011;2:27, sections 5 and 7 and appendix D): a sigmoid makes each
 * pair's decision value a probability (Platt's scaling), and coupling makes the pairs'
 * probabilities those of the classes.
 *
 * @param gamma of the kernel exp(-gamma * |u - v|^2); 0 for the linear kernel u v
 * @param vectors support vector by feature, those of one class after those of another
 * @param classOf class of each support vector, rising
 * @param coefficients class - 1 by support vector: a vector of class i has its coefficient against
 *     class j in row j - 1 where i &lt; j, else in row j
 * @param rho of each pair (0,1), (0,2) ... (1,2) ...: what is taken off the decision value
 * @param sigmoidA of each pair: probability of its first class = 1 / (1 + exp(A value + B))
 * @param sigmoidB of each pair
 */
public record SupportVectorMachine(
    float gamma,
    float[][] vectors,
    int[] classOf,
    float[][] coefficients,
    float[] rho,
    float[] sigmoidA,
    float[] sigmoidB)
    implements TabularClassifier {
  static final String KIND = "support-vector-machine";

  /** LIBSVM's bounds of a pair's probability. */
  private static final double LEAST = 1e-7;

  public SupportVectorMachine {
    int classes = coefficients.length + 1;
    int pairs = classes * (classes - 1) / 2;
    if (rho.length != pairs || sigmoidA.length != pairs || sigmoidB.length != pairs) {
      throw new IllegalArgumentException(classes + " classes need " + pairs + " pairs");
    }
    if (classOf.length != vectors.length || vectors.length == 0) {
      throw new IllegalArgumentException("Each support vector needs a class");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int inputs() {
    return vectors[0].length;
  }

  @Override
  public int classes() {
    return coefficients.length + 1;
  }

  @Override
  public double[] probabilities(float[] standardised) {
    int classes = classes();
    double[] decisions = decisions(standardised);
    double[][] pairwise = new double[classes][classes];
    int pair = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = i + 1; j < classes; j++, pair++) {
        double p = 1 / (1 + Math.exp(sigmoidA[pair] * decisions[pair] + sigmoidB[pair]));
        pairwise[i][j] = Math.min(Math.max(p, LEAST), 1 - LEAST);
        pairwise[j][i] = 1 - pairwise[i][j];
      }
    }
    return classes == 2
        ? new double[] {pairwise[0][1], pairwise[1][0]}
        : PairwiseCoupling.probabilities(pairwise);
  }

  /** The decision value of each pair; above 0 speaks for its first class. */
  double[] decisions(float[] standardised) {
    double[] kernel = new double[vectors.length];
    for (int n = 0; n < kernel.length; n++) {
      kernel[n] = kernel(vectors[n], standardised);
    }
    double[] decisions = new double[rho.length];
    int pair = 0;
    for (int i = 0; i < classes(); i++) {
      for (int j = i + 1; j < classes(); j++, pair++) {
        double sum = 0;
        for (int n = 0; n < kernel.length; n++) {
          if (classOf[n] == i) {
            sum += coefficients[j - 1][n] * kernel[n];
          } else if (classOf[n] == j) {
            sum += coefficients[i][n] * kernel[n];
          }
        }
        decisions[pair] = sum - rho[pair];
      }
    }
    return decisions;
  }

  private double kernel(float[] u, float[] v) {
    double sum = 0;
    for (int j = 0; j < u.length; j++) {
      double off = (double) u[j] - v[j];
      sum += gamma == 0 ? (double) u[j] * v[j] : off * off;
    }
    return gamma == 0 ? sum : Math.exp(-gamma * sum);
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("gamma", Tensors.scalar(gamma));
    tensors.put("vectors", Tensors.matrix(vectors, inputs()));
    tensors.put("class_of_vector", Tensors.vector(classOf));
    tensors.put("coefficients", Tensors.matrix(coefficients, vectors.length));
    tensors.put("rho", Tensors.vector(rho));
    tensors.put("sigmoid.a", Tensors.vector(sigmoidA));
    tensors.put("sigmoid.b", Tensors.vector(sigmoidB));
    return tensors;
  }

  static SupportVectorMachine read(TensorShelf shelf) {
    float gamma = shelf.scalar("gamma");
    if (gamma < 0) {
      throw shelf.refuse("gamma", "is " + gamma + ", but must not be below 0");
    }
    float[][] vectors = shelf.matrix("vectors", TensorShelf.ANY, shelf.features());
    if (vectors.length == 0) {
      throw shelf.refuse("vectors", "has no rows");
    }
    float[][] coefficients = shelf.matrix("coefficients", TensorShelf.ANY, vectors.length);
    int classes = coefficients.length + 1;
    shelf.checkClasses("coefficients", classes);
    int pairs = classes * (classes - 1) / 2;
    return new SupportVectorMachine(
        gamma,
        vectors,
        shelf.integers("class_of_vector", vectors.length, 0, classes),
        coefficients,
        shelf.vector("rho", pairs),
        shelf.vector("sigmoid.a", pairs),
        shelf.vector("sigmoid.b", pairs));
  }

  /**
   * Of two classes and a linear kernel the log odds are linear: the same model as weights; empty
   * where these are beyond what a float holds.
   */
  Optional<LinearClassifier> linear() {
    if (gamma != 0 || classes() != 2) {
      return Optional.empty();
    }
    double[] sums = new double[inputs()];
    for (int n = 0; n < vectors.length; n++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += (double) coefficients[0][n] * vectors[n][j];
      }
    }
    float[] weights = new float[sums.length];
    for (int j = 0; j < sums.length; j++) {
      // Log odds of the second class: the sigmoid's exponent.
      weights[j] = (float) (sigmoidA[0] * sums[j]);
    }
    float constant = (float) (sigmoidB[0] - (double) sigmoidA[0] * rho[0]);
    boolean finite = Float.isFinite(constant);
    for (float weight : weights) {
      finite &= Float.isFinite(weight);
    }
    if (!finite) {
      return Optional.empty();
    }
    return Optional.of(new LinearClassifier(new float[][] {weights}, new float[] {constant}));
  }
}
