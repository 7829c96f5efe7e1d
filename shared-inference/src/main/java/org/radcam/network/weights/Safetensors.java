package org.radcam.network.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Safetensors files as a whole; {@link NetworkWeights} moves weights without this detour. */
public final class Safetensors {
  private Safetensors() {}

  /**
   * Reads every tensor.
   *
   * @throws BadWeightsException if the file is refused
   */
  public static TensorFile read(Path file) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      return read(reader);
    }
  }

  /**
   * Reads every tensor from a stream, and closes it.
   *
   * @param name how to call it in messages
   * @throws BadWeightsException if the content is refused
   */
  public static TensorFile read(InputStream in, String name) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(in, name)) {
      return read(reader);
    }
  }

  private static TensorFile read(SafetensorsReader reader) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    reader.read(entry -> true, (entry, values) -> tensors.put(entry.name(), tensor(entry, values)));
    return new TensorFile(reader.metadata(), tensors);
  }

  private static Tensor tensor(TensorEntry entry, ByteBuffer values) {
    float[] floats = new float[values.remaining() / Float.BYTES];
    values.asFloatBuffer().get(floats);
    return new Tensor(entry.shape(), floats);
  }

  /**
   * Writes a file whole or not at all. The same content makes the same bytes.
   *
   * @param type {@link TensorType#F32} or {@link TensorType#F16}
   * @throws IllegalArgumentException for another type, or a value beyond the type's range
   */
  public static void write(Path file, TensorFile content, TensorType type) throws IOException {
    List<TensorSource> sources = new ArrayList<>();
    content
        .tensors()
        .forEach(
            (name, tensor) -> sources.add(new TensorSource(name, tensor.shape(), tensor::values)));
    SafetensorsWriter.write(file, content.metadata(), sources, type);
  }
}
