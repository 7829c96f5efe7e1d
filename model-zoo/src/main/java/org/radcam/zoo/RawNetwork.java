package org.radcam.zoo;

import ai.djl.engine.EngineException;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.classify.LoadedNetwork;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.model.Stage;
import org.radcam.network.FeatureNetwork;

/**
 * A package's network alone: numbers in, logits out, without any preparation. For test cases and
 * for comparing with other implementations.
 */
public final class RawNetwork implements AutoCloseable {
  private final LoadedNetwork loaded;

  private RawNetwork(LoadedNetwork loaded) {
    this.loaded = loaded;
  }

  /**
   * Loads a package's weights.
   *
   * @throws UserException if there are none, or they are not what the card says
   */
  public static RawNetwork open(ModelPackage model, DeviceChoice choice) {
    return new RawNetwork(LoadedNetwork.open(model, choice));
  }

  /** What the network runs on. */
  public String device() {
    return loaded.device().description();
  }

  /**
   * Runs all networks of the package.
   *
   * @param input (N, C, H, W) or (N, C, D, H, W), prepared; the channels of a cascade's networks
   *     one after the other
   * @param clinical (N, F), encoded; there if and only if the package takes clinical values
   * @return (N, logits), those of a cascade's networks one after the other
   * @throws UserException if a shape is not one that the network takes
   */
  public NpyArray logits(NpyArray input, Optional<NpyArray> clinical) {
    try (RawForward forward = forward(input, clinical)) {
      return forward.logits();
    }
  }

  /**
   * The same, with all that lies behind the logits; to be closed by the caller, before this.
   *
   * @throws UserException if a shape is not one that the network takes, or the engine fails
   */
  public RawForward forward(NpyArray input, Optional<NpyArray> clinical) {
    try {
      return RawForward.of(loaded.network(), loaded.device().device(), input, clinical);
    } catch (EngineException e) {
      throw TorchEngine.failure(e, loaded.device());
    }
  }

  /** A network of the package. */
  public FeatureNetwork network(Stage stage) {
    return loaded.network().stage(stage.key());
  }

  @Override
  public void close() {
    loaded.close();
  }
}
