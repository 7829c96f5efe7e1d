package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import java.util.Random;
import org.radcam.network.layer.Layer;

/**
 * A classification network in two parts, so that an explanation can stand between them: {@code
 * logits = head(features(input), clinical)}.
 *
 * <p>Shapes: input (N, C, H, W) or (N, C, D, H, W); features (N, K, h, w) or (N, K, d, h, w), the
 * activations of the last block; clinical (N, F), the encoded clinical values, for networks whose
 * spec has F &gt; 0 of them; logits (N, classes).
 *
 * <p>Used for inference, a network may be called by several threads at once, each with its own
 * manager and {@link org.radcam.engine.FrozenParameters}; used for training, by one.
 */
public abstract class FeatureNetwork extends Layer {
  private boolean folded;

  /** What the network was made from, enough to make it again. */
  public abstract ArchitectureSpec spec();

  /** 2 for images, 3 for volumes. */
  public abstract int spatialAxes();

  /** Whether something can stand between features and head, so that heat maps can be made. */
  public boolean explainable() {
    return true;
  }

  /** The number K of feature maps. */
  public abstract int featureChannels();

  /** The activations of the last block, where class activation maps are made. */
  public abstract NDArray features(ParameterStore parameters, NDArray input, boolean training);

  /**
   * Logits from last-block activations.
   *
   * @param clinical encoded clinical values; there if and only if the spec has any
   * @throws IllegalArgumentException if they are missing, surplus or of another shape
   */
  public abstract NDArray head(
      ParameterStore parameters, NDArray features, Optional<NDArray> clinical, boolean training);

  /** Logits of a network that sees images only. */
  public final NDArray head(ParameterStore parameters, NDArray features, boolean training) {
    return head(parameters, features, Optional.empty(), training);
  }

  /**
   * The class activation maps of all classes, (N, classes, places), to learn from: their mean over
   * all places is the logit without bias and clinical values.
   *
   * @throws UnsupportedOperationException for a network whose logits are not such means
   */
  public NDArray classMaps(ParameterStore parameters, NDArray features, boolean training) {
    throw new UnsupportedOperationException("The logits are not means of maps.");
  }

  /** Whether a parameter belongs to the part that is replaced when the classes change. */
  public abstract boolean isHeadParameter(String name);

  /** Where the features lie on the input. */
  public abstract FeatureGrid featureGrid();

  /** The shape of {@link #features} for an input's shape. */
  public abstract Shape featureShape(Shape input);

  /**
   * Folds every batch normalisation into the convolution before it, if there is one, which changes
   * nothing but rounding and makes inference faster. For good: such a network is neither trained
   * nor saved.
   */
  public final void foldBatchNorms() {
    fold();
    folded = true;
  }

  /** Whether {@link #foldBatchNorms} was called. */
  public final boolean isFolded() {
    return folded;
  }

  /**
   * Draws fresh weights for training from scratch, the same for the same seed on every machine.
   *
   * @param manager where the weights live, and on which device
   */
  public final void draw(NDManager manager, long seed) {
    draw(manager, new Random(seed));
  }

  /** The whole network. */
  public final NDArray apply(
      ParameterStore parameters, NDArray input, Optional<NDArray> clinical, boolean training) {
    try (NDArray features = features(parameters, input, training)) {
      return head(parameters, features, clinical, training);
    }
  }

  /** The whole network, for one that sees images only. */
  @Override
  public final NDArray apply(ParameterStore parameters, NDArray input, boolean training) {
    return apply(parameters, input, Optional.empty(), training);
  }

  @Override
  public final Shape outputShape(Shape input) {
    return new Shape(input.get(0), spec().classes());
  }
}
