package org.radcam.network.weights;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcam.io.AtomicFiles;

/**
 * Writes safetensors: tensors and notes sorted by name, the header filled up with blanks so that
 * the data begin at a multiple of 8 bytes, as the reference implementation does.
 */
final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  static void write(
      Path file, Map<String, String> metadata, List<TensorSource> tensors, TensorType type)
      throws IOException {
    if (type != TensorType.F32 && type != TensorType.F16) {
      throw new IllegalArgumentException("Weights are written as F32 or F16, not " + type);
    }
    List<TensorSource> sorted =
        tensors.stream().sorted(Comparator.comparing(TensorSource::name)).toList();
    AtomicFiles.write(
        file.toAbsolutePath(),
        out -> {
          writeHeader(out, header(metadata, sorted, type));
          for (TensorSource tensor : sorted) {
            out.write(encode(tensor, type));
          }
        });
  }

  private static String header(
      Map<String, String> metadata, List<TensorSource> tensors, TensorType type)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      if (!metadata.isEmpty()) {
        json.name("__metadata__").beginObject();
        for (Map.Entry<String, String> note : new TreeMap<>(metadata).entrySet()) {
          json.name(note.getKey()).value(note.getValue());
        }
        json.endObject();
      }
      long at = 0;
      for (TensorSource tensor : tensors) {
        json.name(tensor.name()).beginObject().name("dtype").value(type.name());
        json.name("shape").beginArray();
        for (long axis : tensor.shape()) {
          json.value(axis);
        }
        json.endArray().name("data_offsets").beginArray().value(at);
        at += tensor.size() * type.bytes();
        json.value(at).endArray().endObject();
      }
      json.endObject();
    }
    return text.toString();
  }

  private static void writeHeader(OutputStream out, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    int blanks = Math.floorMod(-bytes.length, ALIGNMENT);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(bytes.length + blanks).array());
    out.write(bytes);
    out.write(" ".repeat(blanks).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] encode(TensorSource tensor, TensorType type) {
    float[] values = tensor.values().get();
    ByteBuffer out =
        ByteBuffer.allocate(Math.multiplyExact(values.length, type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    if (type == TensorType.F32) {
      out.asFloatBuffer().put(values);
      return out.array();
    }
    for (float value : values) {
      short half = FloatFormat.floatToHalf(value);
      if (Float.isFinite(value) && !Float.isFinite(FloatFormat.halfToFloat(half))) {
        throw new IllegalArgumentException(
            "Tensor '" + tensor.name() + "' has a value beyond the range of F16: " + value);
      }
      out.putShort(half);
    }
    return out.array();
  }
}
