package org.radcam.network.weights.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** The storages of one file. */
interface StorageBytes extends Closeable {
  /** A storage's real length in bytes, known without reading it; empty if there is no such one. */
  OptionalLong length(String key);

  /** A storage's content, in its byte order. */
  ByteBuffer read(String key) throws IOException;
}
