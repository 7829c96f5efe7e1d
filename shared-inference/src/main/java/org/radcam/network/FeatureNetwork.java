package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A classification network in two parts, so that an explanation can stand between them: {@code
 * logits = head(features(input))}.
 *
 * <p>Shapes: input (N, C, H, W) or (N, C, D, H, W); features (N, K, h, w) or (N, K, d, h, w), the
 * activations of the last block; logits (N, classes).
 */
public abstract class FeatureNetwork extends AbstractBlock {
  /** The activations of the last block, where class activation maps are made. */
  public abstract NDArray features(ParameterStore parameters, NDArray input, boolean training);

  /** Logits from last-block activations. */
  public abstract NDArray head(ParameterStore parameters, NDArray features, boolean training);

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> arguments) {
    NDArray features = features(parameters, inputs.singletonOrThrow(), training);
    return new NDList(head(parameters, features, training));
  }
}
