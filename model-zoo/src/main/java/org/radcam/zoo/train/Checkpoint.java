package org.radcam.zoo.train;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;
import org.radcam.network.weights.TensorType;

/**
 * Everything that a training needs to go on after an epoch as if it had never stopped, in one
 * safetensors file that is replaced in one step.
 *
 * @param history epochs done so far
 * @param weights of the network
 * @param memory of the optimiser
 * @param best the best epoch so far, where early stopping looks for one
 */
record Checkpoint(
    List<EpochRecord> history,
    Map<String, Tensor> weights,
    Map<String, Tensor> memory,
    Optional<Best> best) {
  private static final String STATE = "radcam.training";
  private static final String WEIGHTS = "weights/";
  private static final String MEMORY = "optimiser/";
  private static final String BEST = "best/";

  /** The best epoch of a training and its weights. */
  record Best(int epoch, Validation validation, Map<String, Tensor> weights) {}

  /** What is no tensor, as JSON. NaN is null there. */
  private record State(List<Line> history, Line best) {}

  private record Line(int epoch, double loss, Double valLoss, Double valAuc, double lr, double s) {
    static Line of(EpochRecord one) {
      return new Line(
          one.epoch(),
          one.trainingLoss(),
          nullable(one.validation().loss()),
          nullable(one.validation().auc()),
          one.learningRate(),
          one.seconds());
    }

    EpochRecord record() {
      return new EpochRecord(epoch, loss, validation(), lr, s);
    }

    Validation validation() {
      return new Validation(number(valLoss), number(valAuc));
    }

    private static Double nullable(double value) {
      return Double.isNaN(value) ? null : value;
    }

    private static double number(Double value) {
      return value == null ? Double.NaN : value;
    }
  }

  void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights.forEach((name, tensor) -> tensors.put(WEIGHTS + name, tensor));
    memory.forEach((name, tensor) -> tensors.put(MEMORY + name, tensor));
    best.ifPresent(b -> b.weights().forEach((name, tensor) -> tensors.put(BEST + name, tensor)));
    State state =
        new State(
            history.stream().map(Line::of).toList(),
            best.map(b -> Line.of(new EpochRecord(b.epoch(), 0, b.validation(), 0, 0)))
                .orElse(null));
    Safetensors.write(
        file, new TensorFile(Map.of(STATE, new Gson().toJson(state)), tensors), TensorType.F32);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws UserException if the file is no checkpoint
   */
  static Checkpoint read(Path file) throws IOException {
    TensorFile content = Safetensors.read(file);
    try {
      State state = new Gson().fromJson(content.metadata().get(STATE), State.class);
      if (state == null || state.history() == null) {
        throw new JsonParseException("no state");
      }
      return new Checkpoint(
          state.history().stream().map(Line::record).toList(),
          part(content, WEIGHTS),
          part(content, MEMORY),
          Optional.ofNullable(state.best())
              .map(b -> new Best(b.epoch(), b.validation(), part(content, BEST))));
    } catch (JsonParseException e) {
      throw new UserException(
          file + " is not a checkpoint of a training. Delete it to begin that part anew.", e);
    }
  }

  private static Map<String, Tensor> part(TensorFile content, String prefix) {
    Map<String, Tensor> part = new LinkedHashMap<>();
    content
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
              }
            });
    return part;
  }
}
