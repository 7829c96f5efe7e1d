package org.radcam.zoo;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.radcam.UserException;
import org.radcam.cam.Cam;
import org.radcam.cam.ExplainedForward;
import org.radcam.classify.LoadedNetwork;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;

/**
 * A package's network alone: numbers in, logits out, without any preparation. For test cases and
 * for comparing with other implementations.
 */
public final class RawNetwork implements AutoCloseable {
  private final ModelCard card;
  private final LoadedNetwork loaded;
  private final Cam cam;

  private RawNetwork(ModelCard card, LoadedNetwork loaded) {
    this.card = card;
    this.loaded = loaded;
    this.cam = new Cam(loaded.network());
  }

  /**
   * Loads a package's weights.
   *
   * @throws UserException if there are none, or they are not what the card says
   */
  public static RawNetwork open(ModelPackage model, DeviceChoice choice) {
    return new RawNetwork(model.card(), LoadedNetwork.open(model, choice));
  }

  /** What the network runs on. */
  public String device() {
    return loaded.device().description();
  }

  /**
   * Runs the network.
   *
   * @param input (N, C, H, W) or (N, C, D, H, W), prepared
   * @return (N, classes)
   * @throws UserException if the shape is not one that the network takes
   */
  public NpyArray logits(NpyArray input) {
    List<Integer> shape = input.shape();
    int channels = card.architecture().inputChannels();
    int axes = card.inputSize().slices() > 1 ? 5 : 4;
    if (shape.size() != axes || shape.get(1) != channels) {
      throw new UserException(
          "The network of '"
              + card.id()
              + "' takes arrays of "
              + axes
              + " axes with "
              + channels
              + " channels in the second, not "
              + shape);
    }
    int classes = card.classes().size();
    float[] logits = new float[shape.get(0) * classes];
    long[] axesLong = shape.stream().mapToLong(Integer::longValue).toArray();
    try (NDManager scope = TorchEngine.newManager(loaded.device().device());
        NDArray array = scope.create(input.values(), new Shape(axesLong));
        ExplainedForward forward = cam.forward(array)) {
      for (int n = 0; n < shape.get(0); n++) {
        System.arraycopy(forward.logits(n), 0, logits, n * classes, classes);
      }
    }
    return NpyArray.of(logits, shape.get(0), classes);
  }

  @Override
  public void close() {
    loaded.close();
  }
}
