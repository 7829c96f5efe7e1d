package org.radcam.network.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** An open file of named tensors, whatever its format. */
public interface TensorReader extends Closeable {
  /** How to call the file in messages. */
  String file();

  /** The file's notes. */
  Map<String, String> metadata();

  /** The tensors. */
  List<TensorEntry> entries();

  /**
   * Reads the tensors that are wanted, in the order of their data. Once only.
   *
   * @param consumer gets each tensor's values as 32-bit floats, in row-major order, in a direct
   *     buffer in the machine's byte order, from position 0 to the limit; it is used again for the
   *     next tensor
   * @throws BadWeightsException if a wanted tensor cannot be read as such
   */
  void read(Predicate<TensorEntry> wanted, BiConsumer<TensorEntry, ByteBuffer> consumer)
      throws IOException;
}
