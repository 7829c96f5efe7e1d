package org.radcam.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.Gradients;
import org.radcam.network.FeatureNetwork;

/**
 * The outcome of one forward pass: the logits, and the features from which maps for any class and
 * method are made. Holds native memory until it is closed. Not for several threads at once.
 */
public final class ExplainedForward implements AutoCloseable {
  private final FeatureNetwork network;
  private final NDManager manager;
  private final NDArray features;
  private final Optional<NDArray> clinical;
  private final float[][] logits;

  ExplainedForward(
      FeatureNetwork network, NDManager manager, NDArray features, Optional<NDArray> clinical) {
    this.network = network;
    this.manager = manager;
    this.features = features;
    this.clinical = clinical;
    try (NDArray head = network.head(new FrozenParameters(manager), features, clinical, false)) {
      int classes = Math.toIntExact(head.getShape().get(1));
      float[] flat = head.toFloatArray();
      logits = new float[flat.length / classes][];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = Arrays.copyOfRange(flat, i * classes, (i + 1) * classes);
      }
    }
  }

  /** Whether there are activations and maps; a program that is used whole has none. */
  public boolean explainable() {
    return network.explainable();
  }

  private void checkExplainable() {
    if (!explainable()) {
      throw new UserException(
          "This network is one TorchScript program without the methods features and head: it answers,"
              + " but there are no activations and no heat map.");
    }
  }

  /** How many images the input had. */
  public int size() {
    return logits.length;
  }

  /** The logits of the only image. */
  public float[] logits() {
    return logits(only());
  }

  /** The logits of one image of the batch. */
  public float[] logits(int image) {
    return logits[image].clone();
  }

  /**
   * The logits of the only image with other clinical values beside it; the features are not run
   * again.
   *
   * @param values encoded, as many as the network takes
   */
  public float[] logitsWith(float[] values) {
    only();
    try (NDManager scope = manager.newSubManager();
        NDArray head =
            network.head(
                new FrozenParameters(scope),
                features,
                Optional.of(scope.create(values, new Shape(1, values.length))),
                false)) {
      return head.toFloatArray();
    }
  }

  /** The last block's activations of all images: (N, K, h, w) or (N, K, d, h, w). */
  public Activations activations() {
    checkExplainable();
    Shape shape = features.getShape();
    return new Activations(
        features.toFloatArray(),
        Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray());
  }

  /**
   * Activations in Java memory.
   *
   * @param values row-major
   * @param shape (N, K, h, w) or (N, K, d, h, w)
   */
  public record Activations(float[] values, int[] shape) {}

  /** The map of the only image for a class. */
  public RawMap map(CamMethod method, int classIndex) {
    return map(method, only(), classIndex);
  }

  /**
   * The map of one image of the batch for a class.
   *
   * @throws IndexOutOfBoundsException if there is no such image or class
   */
  public RawMap map(CamMethod method, int image, int classIndex) {
    checkExplainable();
    Objects.checkIndex(image, size());
    Objects.checkIndex(classIndex, logits[image].length);
    try (NDManager scope = manager.newSubManager();
        NDArray view = features.get(new NDIndex("{}:{}", image, image + 1))) {
      NDArray activations = view.stopGradient();
      activations.attach(scope);
      Optional<NDArray> own = clinical.map(all -> rowOf(all, image, scope));
      NDArray gradients = gradients(scope, activations, own, classIndex);
      Shape shape = activations.getShape();
      Shape rows = new Shape(shape.get(1), shape.size() / shape.get(1));
      NDArray map = method.map(activations.reshape(rows), gradients.reshape(rows));
      return new RawMap(
          map.toFloatArray(),
          Arrays.stream(shape.getShape()).skip(2).mapToInt(Math::toIntExact).toArray(),
          network.featureGrid());
    }
  }

  private static NDArray rowOf(NDArray all, int image, NDManager scope) {
    NDArray row = all.get(new NDIndex("{}:{}", image, image + 1));
    row.attach(scope);
    return row;
  }

  private NDArray gradients(
      NDManager scope, NDArray activations, Optional<NDArray> own, int classIndex) {
    NDArray leaf = activations.stopGradient();
    leaf.attach(scope);
    leaf.setRequiresGradient(true);
    try (GradientCollector collector = Gradients.collect()) {
      NDArray head = network.head(new FrozenParameters(scope), leaf, own, false);
      collector.backward(head.get(new NDIndex("0, {}", classIndex)));
    }
    return leaf.getGradient();
  }

  private int only() {
    if (size() != 1) {
      throw new IllegalStateException("There are " + size() + " images: say which.");
    }
    return 0;
  }

  @Override
  public void close() {
    manager.close();
  }
}
