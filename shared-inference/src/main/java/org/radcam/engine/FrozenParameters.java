package org.radcam.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * Parameters for inference: no gradient is recorded through them, whatever the thread's gradient
 * mode and whether the network is being trained meanwhile. (PyTorch's gradient mode belongs to the
 * thread and is on by default in new ones; and a backward pass through a trainable head would add
 * to its gradients.)
 *
 * <p>One per call; it holds nothing of its own, and what it makes lives in the call's manager.
 */
public final class FrozenParameters extends ParameterStore {
  private final NDManager manager;

  public FrozenParameters(NDManager manager) {
    super(manager, false);
    this.manager = manager;
  }

  /**
   * The parameter's values, detached from any gradient.
   *
   * @throws IllegalStateException if the parameter lies on another device: parameters are loaded
   *     where they are used, never copied at every call
   */
  @Override
  public NDArray getValue(Parameter parameter, Device device, boolean training) {
    if (parameter == null) {
      return null;
    }
    NDArray values = parameter.getArray();
    if (!values.getDevice().equals(device)) {
      throw new IllegalStateException(
          "The input is on " + device + " and the network on " + values.getDevice());
    }
    if (!values.hasGradient()) {
      return values;
    }
    NDArray detached = values.stopGradient();
    detached.attach(manager);
    return detached;
  }
}
