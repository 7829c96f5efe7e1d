package org.radcam.network.weights.torch;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.pickle.PickleDict;
import org.radcam.network.weights.pickle.PickleList;
import org.radcam.network.weights.pickle.PickleMachine;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * The form that {@code torch.save} wrote before PyTorch 1.6: pickles of a magic number, a protocol
 * version, a description of the machine, the object, and the keys of its storages; then each
 * storage, its length as 8 bytes and its numbers, little-endian.
 */
final class LegacyFile implements StorageBytes {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;

  /** Some are bare bytes, but only in zip archives. */
  private record Span(long begin, long bytes) {}

  private final FileChannel channel;
  private final Map<String, Span> spans = new HashMap<>();
  private Object root;

  private LegacyFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Reads everything but the storages.
   *
   * @param head the file's first bytes, with all of its pickles
   */
  static LegacyFile read(FileChannel channel, ByteBuffer head, TorchWorld world)
      throws IOException {
    LegacyFile file = new LegacyFile(channel);
    if (!MAGIC.equals(PickleMachine.load(head, world))) {
      throw new PickleRefusedException("it is a pickle, but not one that torch.save wrote");
    }
    if (!Long.valueOf(PROTOCOL).equals(PickleMachine.load(head, world))) {
      throw new PickleRefusedException("it is of an unknown version of PyTorch's format");
    }
    if (PickleMachine.load(head, world) instanceof PickleDict system
        && Boolean.FALSE.equals(system.entries().get("little_endian"))) {
      throw new PickleRefusedException(
          "it was written on a big-endian machine; save it again on another one");
    }
    RecordedStorages recorded = new RecordedStorages(world);
    file.root = PickleMachine.load(head, recorded);
    Object keys = PickleMachine.load(head, world);
    file.locate(keys, recorded.types(), head.position());
    return file;
  }

  private void locate(Object keys, Map<String, TensorType> types, long begin) throws IOException {
    if (!(keys instanceof PickleList list)) {
      throw new PickleRefusedException("it has no list of its storages");
    }
    long at = begin;
    for (Object one : list.items()) {
      TensorType type = one instanceof String key ? types.get(key) : null;
      if (type == null) {
        throw new PickleRefusedException("it lists a storage that no tensor uses");
      }
      long numbers = readBytes(at, Long.BYTES).getLong();
      at += Long.BYTES;
      if (numbers < 0 || numbers > (channel.size() - at) / type.bytes()) {
        throw new PickleRefusedException("it is cut off: it ends within its numbers");
      }
      long bytes = numbers * type.bytes();
      spans.put((String) one, new Span(at, bytes));
      at += bytes;
    }
    if (at != channel.size()) {
      throw new PickleRefusedException("it goes on after its last tensor");
    }
  }

  /** What was saved. */
  Object root() {
    return root;
  }

  @Override
  public OptionalLong length(String key) {
    Span span = spans.get(key);
    return span == null ? OptionalLong.empty() : OptionalLong.of(span.bytes());
  }

  @Override
  public ByteBuffer read(String key) throws IOException {
    Span span = spans.get(key);
    if (span.bytes() > Integer.MAX_VALUE - 8) {
      throw new PickleRefusedException("it has a storage of more than 2 GB");
    }
    return readBytes(span.begin(), (int) span.bytes());
  }

  /** The length was compared with the file's. */
  private ByteBuffer readBytes(long begin, int length) throws IOException {
    if (begin + length > channel.size()) {
      throw new PickleRefusedException("it is cut off: it ends within its numbers");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    long at = begin;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new PickleRefusedException("it is cut off: it ends within its numbers");
      }
      at += read;
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
