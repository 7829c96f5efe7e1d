package org.radcam.zoo;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethod;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.engine.TorchEngine;
import org.radcam.model.NpyArray;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;

/** Runs networks on raw arrays: each on its own channels of the input. */
public final class RawForward implements AutoCloseable {
  private final NDManager scope;
  private final List<ExplainedForward> forwards;

  private RawForward(NDManager scope, List<ExplainedForward> forwards) {
    this.scope = scope;
    this.forwards = forwards;
  }

  /**
   * Runs networks.
   *
   * @param input (N, C, H, W) or (N, C, D, H, W); the networks' channels one after the other
   * @param clinical (N, F); there if and only if a network takes clinical values
   * @return to be closed by the caller
   * @throws UserException if a shape is not one that the networks take
   */
  public static RawForward of(
      StagedNetwork networks, Device device, NpyArray input, Optional<NpyArray> clinical) {
    checkShapes(networks, input, clinical);
    NDManager scope = TorchEngine.newManager(device);
    List<ExplainedForward> forwards = new ArrayList<>();
    try {
      Optional<NDArray> values =
          clinical.map(array -> scope.create(array.values(), shape(array.shape())));
      int first = 0;
      for (FeatureNetwork network : networks.networks()) {
        ArchitectureSpec spec = network.spec();
        NpyArray own = channels(input, first, spec.inputChannels());
        first += spec.inputChannels();
        try (NDArray array = scope.create(own.values(), shape(own.shape()))) {
          forwards.add(
              new Cam(network).forward(array, spec.clinical() == 0 ? Optional.empty() : values));
        }
      }
      return new RawForward(scope, forwards);
    } catch (RuntimeException | Error e) {
      forwards.forEach(ExplainedForward::close);
      scope.close();
      throw e;
    }
  }

  /** Runs networks for their logits alone. */
  public static NpyArray logits(
      StagedNetwork networks, Device device, NpyArray input, Optional<NpyArray> clinical) {
    try (RawForward forward = of(networks, device, input, clinical)) {
      return forward.logits();
    }
  }

  /** Each network's forward pass, in order; closed with this. */
  public List<ExplainedForward> stages() {
    return List.copyOf(forwards);
  }

  /** (N, logits), network after network. */
  public NpyArray logits() {
    int count = forwards.get(0).size();
    int width = forwards.stream().mapToInt(forward -> forward.logits(0).length).sum();
    float[] values = new float[count * width];
    for (int n = 0; n < count; n++) {
      int at = n * width;
      for (ExplainedForward forward : forwards) {
        float[] own = forward.logits(n);
        System.arraycopy(own, 0, values, at, own.length);
        at += own.length;
      }
    }
    return NpyArray.of(values, count, width);
  }

  /** A network's last-block activations: (N, K, h, w) or (N, K, d, h, w). */
  public static NpyArray activations(ExplainedForward forward) {
    ExplainedForward.Activations found = forward.activations();
    return new NpyArray(Arrays.stream(found.shape()).boxed().toList(), found.values());
  }

  /**
   * The raw maps of all cases for one of a network's logits, signed: (N, h, w) or (N, d, h, w).
   *
   * @param logit index among that network's logits
   */
  public static NpyArray maps(ExplainedForward forward, CamMethod method, int logit) {
    List<Integer> shape = new ArrayList<>(List.of(forward.size()));
    float[] values = new float[0];
    for (int n = 0; n < forward.size(); n++) {
      RawMap map = forward.map(method, n, logit);
      int area = map.values().length;
      if (n == 0) {
        Arrays.stream(map.shape()).forEach(shape::add);
        values = new float[Math.multiplyExact(forward.size(), area)];
      }
      System.arraycopy(map.values(), 0, values, n * area, area);
    }
    return new NpyArray(shape, values);
  }

  @Override
  public void close() {
    forwards.forEach(ExplainedForward::close);
    scope.close();
  }

  private static void checkShapes(
      StagedNetwork networks, NpyArray input, Optional<NpyArray> clinical) {
    List<Integer> shape = input.shape();
    int axes = networks.networks().iterator().next().spatialAxes() + 2;
    if (shape.size() != axes || shape.get(1) != networks.inputChannels() || shape.get(0) < 1) {
      throw new UserException(
          "The network takes arrays of "
              + axes
              + " axes with "
              + networks.inputChannels()
              + " channels in the second, not "
              + shape
              + ".");
    }
    for (FeatureNetwork network : networks.networks()) {
      List<Integer> own = new ArrayList<>(shape);
      own.set(1, network.spec().inputChannels());
      try {
        network.featureShape(shape(own));
      } catch (IllegalArgumentException e) {
        throw new UserException(e.getMessage() + ".", e);
      }
    }
    int numbers =
        networks.networks().stream().mapToInt(network -> network.spec().clinical()).max().orElse(0);
    List<Integer> needed = List.of(shape.get(0), numbers);
    if (numbers == 0 && clinical.isPresent()) {
      throw new UserException("The network takes no clinical values.");
    }
    if (numbers > 0 && !clinical.map(NpyArray::shape).equals(Optional.of(needed))) {
      throw new UserException(
          "The network takes clinical values of shape "
              + needed
              + ", not "
              + clinical.map(array -> array.shape().toString()).orElse("none")
              + ".");
    }
  }

  /** Some channels of every case. */
  private static NpyArray channels(NpyArray input, int first, int count) {
    List<Integer> shape = new ArrayList<>(input.shape());
    int cases = shape.get(0);
    int all = shape.get(1);
    int area = input.values().length / cases / all;
    float[] values = new float[cases * count * area];
    for (int n = 0; n < cases; n++) {
      System.arraycopy(
          input.values(), (n * all + first) * area, values, n * count * area, count * area);
    }
    shape.set(1, count);
    return new NpyArray(shape, values);
  }

  private static Shape shape(List<Integer> axes) {
    return new Shape(axes.stream().mapToLong(Integer::longValue).toArray());
  }
}
