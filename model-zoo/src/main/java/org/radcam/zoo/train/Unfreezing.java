package org.radcam.zoo.train;

import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.network.FeatureNetwork;

/** Lets the layers of a network learn one group after the other, as {@link Transfer} says. */
final class Unfreezing {
  private final Optional<Transfer> transfer;
  private final FeatureNetwork network;
  private final Map<String, Parameter> trainable = new LinkedHashMap<>();

  /**
   * @param network none of whose parameters is frozen yet
   * @param transfer empty where everything learns from the first step
   */
  Unfreezing(FeatureNetwork network, Optional<Transfer> transfer) {
    this.network = network;
    this.transfer = transfer;
    network
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              if (parameter.requiresGradient()) {
                trainable.put(name, parameter);
              }
            });
  }

  /** Freezes what rests in an epoch, counted from 1, and nothing else. */
  void begin(int epoch) {
    transfer.ifPresent(
        plan ->
            trainable.forEach(
                (name, parameter) -> {
                  boolean learns =
                      network.isHeadParameter(name) || plan.learns(plan.groupOf(name), epoch);
                  if (parameter.requiresGradient() != learns) {
                    parameter.freeze(!learns);
                  }
                }));
  }

  /** A step of what learns, at its own learning rate. */
  void step(Optimiser optimiser, double learningRate) {
    if (transfer.isEmpty()) {
      optimiser.step(learningRate);
      return;
    }
    Transfer plan = transfer.get();
    optimiser.step(
        name ->
            network.isHeadParameter(name)
                ? learningRate
                : learningRate * plan.rate(plan.groupOf(name)));
  }
}
