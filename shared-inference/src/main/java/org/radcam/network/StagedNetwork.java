package org.radcam.network;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The networks of one model as one thing that has weights: the only one, or one for each stage of a
 * cascade. Parameters of a stage are named {@code <stage>.<name>}, those of the only network as
 * they are.
 */
public final class StagedNetwork {
  /** The key of the only network of a model. */
  public static final String ONLY = "";

  private final Map<String, FeatureNetwork> stages;

  /** Networks by the key of their stage, in their order; {@link #ONLY} for a single one. */
  public StagedNetwork(Map<String, FeatureNetwork> stages) {
    if (stages.isEmpty() || (stages.size() > 1 && stages.containsKey(ONLY))) {
      throw new IllegalArgumentException("Every one of several networks needs a key");
    }
    this.stages = new LinkedHashMap<>(stages);
  }

  public static StagedNetwork of(FeatureNetwork network) {
    return new StagedNetwork(Map.of(ONLY, network));
  }

  /** The networks in the order of their stages. */
  public Collection<FeatureNetwork> networks() {
    return stages.values();
  }

  /** The network of a stage. */
  public FeatureNetwork stage(String key) {
    FeatureNetwork network = stages.get(key);
    if (network == null) {
      throw new IllegalArgumentException("There is no stage '" + key + "'");
    }
    return network;
  }

  /** Channels of all networks' inputs. */
  public int inputChannels() {
    return stages.values().stream().mapToInt(network -> network.spec().inputChannels()).sum();
  }

  /** Logits of all networks. */
  public int logits() {
    return stages.values().stream().mapToInt(network -> network.spec().classes()).sum();
  }

  /** All parameters, by their dotted names. */
  public Map<String, Parameter> namedParameters() {
    Map<String, Parameter> named = new LinkedHashMap<>();
    stages.forEach(
        (key, network) ->
            network
                .namedParameters()
                .forEach((name, parameter) -> named.put(prefix(key) + name, parameter)));
    return named;
  }

  /** What stands before a stage's parameter names. */
  public static String prefix(String key) {
    return key.equals(ONLY) ? "" : key + ".";
  }

  /** Draws fresh weights, the same for the same seed. */
  public void draw(NDManager manager, long seed) {
    long next = seed;
    for (FeatureNetwork network : stages.values()) {
      network.draw(manager, next++);
    }
  }

  public void foldBatchNorms() {
    stages.values().forEach(FeatureNetwork::foldBatchNorms);
  }

  public boolean isFolded() {
    return stages.values().stream().anyMatch(FeatureNetwork::isFolded);
  }
}
