package org.radcam.network.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.layer.ParameterValues;

/**
 * Moves weights between networks and safetensors files. Loading is strict: every parameter of the
 * network is in the file with its shape and finite values, and nothing else is. One exception:
 * PyTorch's counters {@code *.num_batches_tracked} are passed over, because nothing here uses them.
 * All methods refuse a folded network with an {@link IllegalStateException}.
 */
public final class NetworkWeights {
  private static final String COUNTER = ".num_batches_tracked";

  private NetworkWeights() {}

  /**
   * Loads every parameter. After an exception the network must not be used.
   *
   * @param manager where new parameters live, and on which device
   * @return the file's notes
   * @throws BadWeightsException if the file is broken or not for this network; it names every
   *     offending tensor (the first ten, and how many more)
   */
  public static Map<String, String> load(StagedNetwork network, Path file, NDManager manager)
      throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      return load(parameters(network), name -> true, reader, manager);
    }
  }

  /** The same for a single network. */
  public static Map<String, String> load(FeatureNetwork network, Path file, NDManager manager)
      throws IOException {
    return load(StagedNetwork.of(network), file, manager);
  }

  /**
   * The same from a stream, which is closed.
   *
   * @param name how to call it in messages
   */
  public static Map<String, String> load(
      StagedNetwork network, InputStream in, String name, NDManager manager) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(in, name)) {
      return load(parameters(network), any -> true, reader, manager);
    }
  }

  /** The same for a single network. */
  public static Map<String, String> load(
      FeatureNetwork network, InputStream in, String name, NDManager manager) throws IOException {
    return load(StagedNetwork.of(network), in, name, manager);
  }

  /**
   * Loads everything but the head, for transfer learning: the file's head may be of another shape,
   * or missing, and is passed over; the network's own head stays as it is.
   */
  public static Map<String, String> loadFeatures(
      FeatureNetwork network, Path file, NDManager manager) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      return loadFeatures(network, reader, manager);
    }
  }

  /** Loads every parameter from an open file of any format, which is left open. */
  public static Map<String, String> load(
      FeatureNetwork network, TensorReader reader, NDManager manager) throws IOException {
    return load(parameters(StagedNetwork.of(network)), name -> true, reader, manager);
  }

  /** The same for all networks of a model. */
  public static Map<String, String> load(
      StagedNetwork network, TensorReader reader, NDManager manager) throws IOException {
    return load(parameters(network), name -> true, reader, manager);
  }

  /** Loads everything but the head from an open file of any format, which is left open. */
  public static Map<String, String> loadFeatures(
      FeatureNetwork network, TensorReader reader, NDManager manager) throws IOException {
    return load(
        parameters(StagedNetwork.of(network)),
        name -> !network.isHeadParameter(name),
        reader,
        manager);
  }

  private static Map<String, String> load(
      Map<String, Parameter> all, Predicate<String> wanted, TensorReader reader, NDManager manager)
      throws IOException {
    Map<String, Parameter> parameters = new TreeMap<>(all);
    parameters.keySet().removeIf(wanted.negate());
    List<TensorEntry> entries =
        reader.entries().stream()
            .filter(entry -> wanted.test(entry.name()) && !entry.name().endsWith(COUNTER))
            .toList();
    StrictMatch.check(reader.file(), parameters, entries);
    reader.read(
        entry -> parameters.containsKey(entry.name()),
        (entry, values) -> {
          checkFinite(reader.file(), entry, values.asFloatBuffer());
          ParameterValues.set(parameters.get(entry.name()), manager, values);
        });
    return reader.metadata();
  }

  private static void checkFinite(String file, TensorEntry entry, FloatBuffer floats) {
    while (floats.hasRemaining()) {
      if (!Float.isFinite(floats.get())) {
        throw new BadWeightsException(
            file, "tensor '" + Names.shown(entry.name()) + "' holds a value that is no number");
      }
    }
  }

  /**
   * Writes every parameter, whole or not at all; the same weights and notes make the same bytes.
   *
   * @param type {@link TensorType#F32}, or {@link TensorType#F16} for half the size
   */
  public static void save(
      StagedNetwork network, Path file, Map<String, String> metadata, TensorType type)
      throws IOException {
    save(network, name -> true, file, metadata, type);
  }

  /** Writes everything but the head, which then need not have values: weights to train from. */
  public static void saveFeatures(
      FeatureNetwork network, Path file, Map<String, String> metadata, TensorType type)
      throws IOException {
    save(StagedNetwork.of(network), name -> !network.isHeadParameter(name), file, metadata, type);
  }

  private static void save(
      StagedNetwork network,
      Predicate<String> wanted,
      Path file,
      Map<String, String> metadata,
      TensorType type)
      throws IOException {
    List<TensorSource> sources = new ArrayList<>();
    parameters(network)
        .forEach(
            (name, parameter) -> {
              if (wanted.test(name)) {
                sources.add(
                    new TensorSource(
                        name,
                        parameter.getShape().getShape(),
                        () -> parameter.getArray().toFloatArray()));
              }
            });
    SafetensorsWriter.write(file, metadata, sources, type);
  }

  /** The same for a single network. */
  public static void save(
      FeatureNetwork network, Path file, Map<String, String> metadata, TensorType type)
      throws IOException {
    save(StagedNetwork.of(network), file, metadata, type);
  }

  /** A copy of every parameter, such as the best so far of a training. */
  public static Map<String, Tensor> copyOf(FeatureNetwork network) {
    Map<String, Tensor> copy = new TreeMap<>();
    parameters(StagedNetwork.of(network))
        .forEach(
            (name, parameter) ->
                copy.put(
                    name,
                    new Tensor(
                        parameter.getShape().getShape(), parameter.getArray().toFloatArray())));
    return copy;
  }

  /**
   * Puts values into every parameter.
   *
   * @throws BadWeightsException if names or shapes are not exactly the network's
   */
  public static void set(FeatureNetwork network, Map<String, Tensor> values, NDManager manager) {
    set(StagedNetwork.of(network), values, manager);
  }

  /**
   * Puts values into every parameter but those of the head, for transfer learning; values of a head
   * are passed over.
   *
   * @param name how to call the values in messages
   * @throws BadWeightsException if names or shapes are not exactly the network's, or a value is no
   *     number
   */
  public static void setFeatures(
      FeatureNetwork network, String name, Map<String, Tensor> values, NDManager manager) {
    Map<String, Parameter> parameters = new TreeMap<>(parameters(StagedNetwork.of(network)));
    parameters.keySet().removeIf(network::isHeadParameter);
    Map<String, Tensor> own = new TreeMap<>(values);
    own.keySet().removeIf(key -> network.isHeadParameter(key) || key.endsWith(COUNTER));
    List<TensorEntry> entries = entries(own);
    StrictMatch.check(name, parameters, entries);
    for (TensorEntry entry : entries) {
      float[] tensor = own.get(entry.name()).values();
      checkFinite(name, entry, FloatBuffer.wrap(tensor));
      ParameterValues.set(parameters.get(entry.name()), manager, tensor);
    }
  }

  /** The same for all networks of a model. */
  public static void set(StagedNetwork network, Map<String, Tensor> values, NDManager manager) {
    Map<String, Parameter> parameters = parameters(network);
    StrictMatch.check("in memory", parameters, entries(values));
    values.forEach(
        (name, tensor) -> ParameterValues.set(parameters.get(name), manager, tensor.values()));
  }

  private static List<TensorEntry> entries(Map<String, Tensor> values) {
    List<TensorEntry> entries = new ArrayList<>();
    values.forEach(
        (name, tensor) ->
            entries.add(
                new TensorEntry(
                    name, TensorType.F32, tensor.shape(), 0, 4L * tensor.values().length)));
    return entries;
  }

  private static Map<String, Parameter> parameters(StagedNetwork network) {
    if (network.isFolded()) {
      throw new IllegalStateException("A folded network has no weights in torchvision's form.");
    }
    return network.namedParameters();
  }
}
