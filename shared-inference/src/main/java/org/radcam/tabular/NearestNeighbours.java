package org.radcam.tabular;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * The shares of the classes among the k nearest training cases by Euclidean distance; of equally
 * distant ones those that come first count (Hastie, Tibshirani and Friedman 2009, section 2.3.2).
 *
 * @param points case by feature, standardised
 * @param labels class of each case
 * @param classes number of classes
 * @param neighbours k, 1 to the number of cases
 */
public record NearestNeighbours(float[][] points, int[] labels, int classes, int neighbours)
    implements TabularClassifier {
  static final String KIND = "nearest-neighbours";

  public NearestNeighbours {
    if (points.length != labels.length || neighbours < 1 || neighbours > points.length) {
      throw new IllegalArgumentException(
          points.length + " points, " + labels.length + " labels, k = " + neighbours);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int inputs() {
    return points[0].length;
  }

  @Override
  public double[] probabilities(float[] standardised) {
    double[] distances = new double[neighbours];
    int[] nearest = new int[neighbours];
    int found = 0;
    for (int n = 0; n < points.length; n++) {
      double distance = squared(points[n], standardised);
      if (found == neighbours && distance >= distances[found - 1]) {
        continue;
      }
      int at = found < neighbours ? found++ : found - 1;
      while (at > 0 && distances[at - 1] > distance) {
        distances[at] = distances[at - 1];
        nearest[at] = nearest[at - 1];
        at--;
      }
      distances[at] = distance;
      nearest[at] = labels[n];
    }
    double[] shares = new double[classes];
    for (int label : nearest) {
      shares[label] += 1.0 / neighbours;
    }
    return shares;
  }

  private static double squared(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double off = (double) a[j] - b[j];
      sum += off * off;
    }
    return sum;
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("points", Tensors.matrix(points, inputs()));
    tensors.put("labels", Tensors.vector(labels));
    tensors.put("classes", Tensors.scalar(classes));
    tensors.put("neighbours", Tensors.scalar(neighbours));
    return tensors;
  }

  static NearestNeighbours read(TensorShelf shelf) {
    float[][] points = shelf.matrix("points", TensorShelf.ANY, shelf.features());
    int classes = shelf.count("classes", 2, TensorShelf.MOST_CLASSES);
    int neighbours = shelf.count("neighbours", 1, Math.max(1, points.length));
    int[] labels = shelf.integers("labels", points.length, 0, classes);
    if (points.length == 0) {
      throw shelf.refuse("points", "has no rows");
    }
    return new NearestNeighbours(points, labels, classes, neighbours);
  }
}
