package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.engine.TorchProgram;

/**
 * A TorchScript program as a network for images: {@code features(x)} gives the last block's
 * activations and {@code head(features)} the logits. A program without these two methods answers,
 * but nothing can stand between, so there is no heat map; its logits then pass for its features.
 *
 * <p>Where a program's features are centred is not known: they are taken to divide the input
 * evenly, which is right to within half a cell.
 */
public final class ScriptNetwork extends FeatureNetwork {
  /** Key of a program that is used whole. */
  public static final String WHOLE = "torchscript";

  /** Key of a program with features and head. */
  public static final String SPLIT = "torchscript-split";

  static final int USUAL_STEP = 32;

  private final ArchitectureSpec spec;
  private final boolean split;
  private TorchProgram program;

  ScriptNetwork(ArchitectureSpec spec, boolean split) {
    this.spec = spec;
    this.split = split;
  }

  /** Whether a key is that of a program. */
  public static boolean isKey(String key) {
    return key.equals(WHOLE) || key.equals(SPLIT);
  }

  /**
   * Gives the network its program.
   *
   * @param content of the file
   * @param manager frees it
   * @throws UserException if PyTorch cannot load it
   */
  public void load(byte[] content, NDManager manager) {
    program = TorchProgram.load(content, manager);
  }

  @Override
  public ArchitectureSpec spec() {
    return spec;
  }

  /** Zero: not known before it runs. */
  @Override
  public int featureChannels() {
    return 0;
  }

  @Override
  public int spatialAxes() {
    return 2;
  }

  @Override
  public boolean explainable() {
    return split;
  }

  @Override
  public NDArray features(ParameterStore parameters, NDArray input, boolean training) {
    NDArray features = loaded().run(split ? "features" : "forward", input, false);
    Shape shape = features.getShape();
    boolean fits = shape.dimension() == (split ? 4 : 2) && shape.get(0) == input.getShape().get(0);
    return checked(
        features,
        fits && (split || shape.get(1) == spec.classes()),
        split ? "(images, channels, rows, columns)" : wantedLogits(),
        input);
  }

  @Override
  public NDArray head(
      ParameterStore parameters, NDArray features, Optional<NDArray> clinical, boolean training) {
    if (!split) {
      // Checked already: they are the logits.
      return features.duplicate();
    }
    NDArray logits = loaded().run("head", features, features.hasGradient());
    Shape wanted = new Shape(features.getShape().get(0), spec.classes());
    return checked(logits, logits.getShape().equals(wanted), wantedLogits(), features);
  }

  private String wantedLogits() {
    return "(images, " + spec.classes() + ")";
  }

  /** Closes what the program gave if it is not what is needed. */
  private static NDArray checked(NDArray output, boolean fits, String wanted, NDArray input) {
    String found = null;
    if (!fits) {
      found =
          "an array of shape "
              + output.getShape()
              + " for "
              + input.getShape().get(0)
              + " images where "
              + wanted;
    } else if (output.getDataType() != DataType.FLOAT32) {
      found = "numbers of type " + output.getDataType() + " where float32";
    }
    if (found != null) {
      output.close();
      throw new UserException("The TorchScript program gives " + found + " is needed.");
    }
    return output;
  }

  private TorchProgram loaded() {
    if (program == null) {
      throw new IllegalStateException("The network has no program yet");
    }
    return program;
  }

  @Override
  public boolean isHeadParameter(String name) {
    return false;
  }

  @Override
  public FeatureGrid featureGrid() {
    int step = spec.featureStep() == ArchitectureSpec.OWN_STEP ? USUAL_STEP : spec.featureStep();
    return new FeatureGrid((step - 1) / 2.0, step);
  }

  /** Only the number of images is known. */
  @Override
  public Shape featureShape(Shape input) {
    return new Shape(input.get(0), -1);
  }
}
