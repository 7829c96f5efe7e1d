package org.radcam.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;
import org.radcam.network.FeatureNetwork;

/**
 * Classifies and explains in one forward pass:
 *
 * <pre>{@code
 * try (ExplainedForward forward = new Cam(network).forward(input)) {
 *   float[] logits = forward.logits();
 *   RawMap map = forward.map(CamMethods.usual(), 1);
 * }
 * }</pre>
 *
 * Only the head is differentiated, never the features: that costs next to nothing beside the
 * forward pass. May be used by several threads at once, with the network that they share.
 */
public final class Cam {
  private final FeatureNetwork network;

  public Cam(FeatureNetwork network) {
    this.network = network;
  }

  /** Runs a network that sees images only; see {@link #forward(NDArray, Optional)}. */
  public ExplainedForward forward(NDArray input) {
    return forward(input, Optional.empty());
  }

  /**
   * Runs the network without gradients.
   *
   * @param input (N, C, H, W) or (N, C, D, H, W), on the network's device; left open
   * @param clinical (N, F), for a network that has clinical values; left open
   * @return to be closed by the caller
   */
  public ExplainedForward forward(NDArray input, Optional<NDArray> clinical) {
    NDManager manager = TorchEngine.newManager(input.getDevice());
    try {
      FrozenParameters parameters = new FrozenParameters(manager);
      NDArray own = input.stopGradient();
      own.attach(manager);
      NDArray features = network.features(parameters, own, false);
      own.close();
      Optional<NDArray> values = clinical.map(NDArray::stopGradient);
      values.ifPresent(array -> array.attach(manager));
      return new ExplainedForward(network, manager, features, values);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }
}
