package org.radcam.zoo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.radcam.engine.ComputeDevice;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Size;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.Tensor;

/** A network in native memory that learns and answers; closing it frees that memory. */
final class Session implements AutoCloseable {
  private final NDManager manager;
  private final FeatureNetwork network;
  private final Size size;

  /** A network without weights: {@link #draw}, {@link #transfer} or {@link #set} them next. */
  Session(ArchitectureSpec spec, Size size, ComputeDevice device) {
    this.network = Architectures.create(spec);
    this.size = size;
    this.manager = TorchEngine.newManager(device.device());
  }

  /** Fresh weights from a seed. */
  void draw(long seed) {
    network.draw(manager, seed);
  }

  /** Weights of a file, apart from the head, which is drawn from a seed. */
  void transfer(Path weights, long seed) throws IOException {
    network.draw(manager, seed);
    NetworkWeights.loadFeatures(network, weights, manager);
  }

  void set(Map<String, Tensor> weights) {
    NetworkWeights.set(network, weights, manager);
  }

  Map<String, Tensor> weights() {
    return NetworkWeights.copyOf(network);
  }

  /** The network itself; it lives as long as this session. */
  FeatureNetwork network() {
    return network;
  }

  Optimiser optimiser(OptimiserSettings settings) {
    return new Optimiser(settings, network, manager);
  }

  /** Whether the network draws random numbers while it learns. */
  boolean hasDropout() {
    return network.spec().dropout() > 0;
  }

  /**
   * Takes the gradients of a batch's loss: the cross-entropy, - sum target x log softmax(logits) /
   * cases.
   *
   * @return the loss
   */
  double learn(Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      NDArray input = input(step, batch.pixels(), batch.cases());
      NDArray targets =
          step.create(batch.targets(), new Shape(batch.cases(), network.spec().classes()));
      try (GradientCollector collector = Gradients.collect()) {
        ParameterStore parameters = new ParameterStore(step, false);
        NDArray logits = network.apply(parameters, input, true);
        NDArray loss = logits.logSoftmax(1).mul(targets).sum().div(-batch.cases());
        collector.backward(loss);
        return loss.getFloat();
      }
    }
  }

  /**
   * Answers.
   *
   * @param pixels (cases, 1, rows, columns)
   * @return logits of each case
   */
  double[][] logits(float[] pixels, int cases) {
    try (NDManager step = manager.newSubManager()) {
      NDArray input = input(step, pixels, cases);
      float[] all = network.apply(new FrozenParameters(step), input, false).toFloatArray();
      int classes = network.spec().classes();
      double[][] logits = new double[cases][classes];
      for (int n = 0; n < all.length; n++) {
        logits[n / classes][n % classes] = all[n];
      }
      return logits;
    }
  }

  /** Logits of cases, a few at a time. */
  double[][] logits(List<TrainingCase> cases, CaseImages images, int atOnce) {
    double[][] logits = new double[cases.size()][];
    for (int first = 0; first < cases.size(); first += atOnce) {
      int count = Math.min(atOnce, cases.size() - first);
      float[] pixels = new float[count * size.voxels()];
      for (int n = 0; n < count; n++) {
        System.arraycopy(
            images.of(cases.get(first + n)), 0, pixels, n * size.voxels(), size.voxels());
      }
      System.arraycopy(logits(pixels, count), 0, logits, first, count);
    }
    return logits;
  }

  private NDArray input(NDManager step, float[] pixels, int cases) {
    NDArray grey = step.create(pixels, new Shape(cases, 1, size.rows(), size.columns()));
    int channels = network.spec().inputChannels();
    return channels == 1 ? grey : grey.repeat(1, channels);
  }

  @Override
  public void close() {
    manager.close();
  }
}
