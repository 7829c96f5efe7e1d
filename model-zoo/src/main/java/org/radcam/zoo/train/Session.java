package org.radcam.zoo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.engine.ComputeDevice;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;
import org.radcam.features.DeepFeatures;
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
  private Optional<HalfPrecision> half = Optional.empty();

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

  /** Given weights, apart from the head, which is drawn from a seed. */
  void transfer(InitialWeights weights, String stage, long seed) {
    network.draw(manager, seed);
    weights.into(network, stage, manager);
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
   * cases; and, with guidance, as much of {@link Guidance#loss}.
   *
   * @return the loss, and whether there are gradients for a step
   */
  Step learn(Batch.Lesson lesson, double guidance) {
    int cases = lesson.inputs().cases();
    try (NDManager step = manager.newSubManager()) {
      NDArray images = images(step, lesson.inputs());
      Optional<NDArray> clinical = clinical(step, lesson.inputs());
      NDArray targets = step.create(lesson.targets(), new Shape(cases, network.spec().classes()));
      try (GradientCollector collector = Gradients.collect()) {
        if (half.isEmpty()) {
          ParameterStore parameters = new ParameterStore(step, false);
          NDArray features = network.features(parameters, images, true);
          NDArray loss = loss(network.head(parameters, features, clinical, true), targets);
          if (guidance > 0) {
            NDArray maps = network.classMaps(parameters, features, true);
            loss = loss.add(guided(step, maps, lesson).mul((float) guidance));
          }
          collector.backward(loss);
          return new Step(loss.getFloat(), true);
        }
        HalfPrecision.Copies copies = new HalfPrecision.Copies(step);
        NDArray features = network.features(copies, HalfPrecision.lowered(images), true);
        NDArray logits = network.head(copies, features, clinical.map(HalfPrecision::lowered), true);
        NDArray loss = loss(HalfPrecision.raised(logits), targets);
        if (guidance > 0) {
          NDArray maps = HalfPrecision.raised(network.classMaps(copies, features, true));
          loss = loss.add(guided(step, maps, lesson).mul((float) guidance));
        }
        boolean usable = half.get().backward(collector, loss, copies);
        return new Step(loss.getFloat(), usable);
      }
    }
  }

  /**
   * One step of learning.
   *
   * @param usable whether there are gradients; none where 16-bit numbers overflowed
   */
  record Step(double loss, boolean usable) {}

  private static NDArray loss(NDArray logits, NDArray targets) {
    return logits.logSoftmax(1).mul(targets).sum().div(-targets.getShape().get(0));
  }

  private static NDArray guided(NDManager step, NDArray maps, Batch.Lesson lesson) {
    Shape shape = maps.getShape();
    Batch batch = lesson.inputs();
    NDArray truths = step.create(lesson.truths(), new Shape(shape.get(0), shape.get(1)));
    NDArray lesions = step.create(batch.lesions(), new Shape(shape.get(0), shape.get(2)));
    return Guidance.loss(maps, truths, lesions);
  }

  /** Lets the network compute in 16-bit floats while it learns. */
  void lowerPrecision() {
    half = Optional.of(new HalfPrecision(network));
  }

  Optional<HalfPrecision> half() {
    return half;
  }

  /** Logits of each case. */
  double[][] logits(Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      float[] all =
          network
              .apply(new FrozenParameters(step), images(step, batch), clinical(step, batch), false)
              .toFloatArray();
      int classes = network.spec().classes();
      double[][] logits = new double[batch.cases()][classes];
      for (int n = 0; n < all.length; n++) {
        if (!Float.isFinite(all[n])) {
          throw new UserException(
              "The training came to a network without finite answers. Lower schedule.learningRate in"
                  + " the recipe.");
        }
        logits[n / classes][n % classes] = all[n];
      }
      return logits;
    }
  }

  /** Logits of cases, a few at a time. */
  double[][] logits(List<TrainingCase> cases, StageInputs inputs, int atOnce) {
    double[][] logits = new double[cases.size()][];
    for (int first = 0; first < cases.size(); first += atOnce) {
      int end = Math.min(first + atOnce, cases.size());
      double[][] some = logits(inputs.of(cases.subList(first, end)));
      System.arraycopy(some, 0, logits, first, some.length);
    }
    return logits;
  }

  /** The means of the last feature maps of cases, a few cases at a time. */
  double[][] pooled(List<TrainingCase> cases, StageInputs inputs, int atOnce) {
    double[][] pooled = new double[cases.size()][];
    for (int first = 0; first < cases.size(); first += atOnce) {
      int end = Math.min(first + atOnce, cases.size());
      Batch batch = inputs.of(cases.subList(first, end));
      try (NDManager step = manager.newSubManager()) {
        NDArray features = network.features(new FrozenParameters(step), images(step, batch), false);
        int channels = Math.toIntExact(features.getShape().get(1));
        float[] all = features.toFloatArray();
        int each = all.length / (end - first);
        for (int n = first; n < end; n++) {
          int from = (n - first) * each;
          pooled[n] = DeepFeatures.pooled(Arrays.copyOfRange(all, from, from + each), channels);
        }
      }
    }
    return pooled;
  }

  private NDArray images(NDManager step, Batch batch) {
    int channels = network.spec().inputChannels();
    Shape shape =
        size.slices() == 1
            ? new Shape(batch.cases(), channels, size.rows(), size.columns())
            : new Shape(batch.cases(), channels, size.slices(), size.rows(), size.columns());
    return step.create(batch.images(), shape);
  }

  private Optional<NDArray> clinical(NDManager step, Batch batch) {
    int numbers = network.spec().clinical();
    return numbers == 0
        ? Optional.empty()
        : Optional.of(step.create(batch.clinical(), new Shape(batch.cases(), numbers)));
  }

  @Override
  public void close() {
    manager.close();
  }
}
