package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.radcam.network.layer.Linear;
import org.radcam.network.layer.Pooling;

/**
 * From features to logits: the mean over all places, dropout while training, and a linear layer.
 * Clinical values, where there are any, are put behind the image's means (after dropout, so none of
 * them is ever dropped) before that layer: its weight is (classes, K + F), the image's K columns
 * first. So each logit is a sum with one term for every feature and every clinical value; what each
 * contributed can be read off, and the class activation map of the image is that of a network
 * without them.
 *
 * <p>No layer of its own, because the public names have none.
 */
final class Head {
  private final Linear linear;
  private final float dropout;
  private final int clinical;

  Head(Linear linear, ArchitectureSpec spec) {
    this.linear = linear;
    this.dropout = (float) spec.dropout();
    this.clinical = spec.clinical();
  }

  /** How many numbers the linear layer sees. */
  static int inputs(int featureChannels, ArchitectureSpec spec) {
    return featureChannels + spec.clinical();
  }

  /**
   * @param features (N, K, ...)
   * @param values (N, F), there if and only if the spec has any
   * @return (N, classes)
   * @throws IllegalArgumentException if the clinical values are missing, surplus or misshapen
   */
  NDArray apply(
      ParameterStore parameters, NDArray features, Optional<NDArray> values, boolean training) {
    check(features.getShape().get(0), values.map(NDArray::getShape));
    NDArray means = Pooling.globalMean(features);
    if (training && dropout > 0) {
      try (NDArray all = means) {
        means = all.getNDArrayInternal().dropout(all, dropout, true).singletonOrThrow();
      }
    }
    try (NDArray image = means) {
      if (values.isEmpty()) {
        return linear.apply(parameters, image, training);
      }
      try (NDArray joined = image.concat(values.orElseThrow(), 1)) {
        return linear.apply(parameters, joined, training);
      }
    }
  }

  /**
   * What each place adds to each logit, apart from a common factor: class activation maps of all
   * classes (Zhou et al. 2016, "Learning deep features for discriminative localization", equation
   * 2), whose mean is the logit without bias and clinical values.
   *
   * @param features (N, K, ...)
   * @return (N, classes, places)
   */
  NDArray maps(ParameterStore parameters, NDArray features, boolean training) {
    Shape shape = features.getShape();
    long channels = shape.get(1);
    NDArray places =
        features.reshape(new Shape(shape.get(0), channels, shape.size() / shape.get(0) / channels));
    return linear
        .weights(parameters, features, Math.toIntExact(channels), training)
        .expandDims(0)
        .matMul(places);
  }

  private void check(long cases, Optional<Shape> shape) {
    Optional<Shape> wanted =
        clinical == 0 ? Optional.empty() : Optional.of(new Shape(cases, clinical));
    if (!shape.equals(wanted)) {
      throw new IllegalArgumentException(
          "The network takes %s, not %s".formatted(described(wanted), described(shape)));
    }
  }

  private static String described(Optional<Shape> shape) {
    return shape.map(s -> "clinical values " + s).orElse("no clinical values");
  }
}
