package org.radcam.network.weights.torch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.TensorEntry;
import org.radcam.network.weights.TensorReader;
import org.radcam.network.weights.pickle.PickleMachine;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * Reads the tensors of a state dict that {@code torch.save} wrote, in its zip form ({@code .pt},
 * {@code .pth}, since PyTorch 1.6) or in the form before that. Nothing of the file is run; see
 * {@link TorchWorld} for what of a pickle is accepted, {@link TorchArchive} for the archive, {@link
 * StateDictSearch} for what is taken out of a checkpoint. Every tensor is compared with the bytes
 * that are really there before memory is asked for.
 *
 * <p>Values become 32-bit floats; {@link StorageValues} has the number formats. Views, shared
 * storages and tensors that are not contiguous are read as PyTorch reads them.
 */
public final class TorchReader implements TensorReader {
  /** Two hundred times the pickle of a ResNet-152. */
  private static final int MAX_PICKLE = 1 << 25;

  private static final int MAX_BYTE_ORDER = 16;

  private final String file;
  private final StorageBytes storages;
  private final StateDict found;
  private final List<TensorEntry> entries = new ArrayList<>();

  private TorchReader(String file, StorageBytes storages, StateDict found) {
    this.file = file;
    this.storages = storages;
    this.found = found;
    found
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (Names.isTooLong(name)) {
                throw new PickleRefusedException(Names.tooLong(name));
              }
              OptionalLong bytes = storages.length(tensor.storage().key());
              tensor.check(
                  Names.shown(name),
                  bytes.orElseThrow(
                      () ->
                          new PickleRefusedException(
                              "the numbers of tensor '" + Names.shown(name) + "' are missing")));
              entries.add(
                  new TensorEntry(
                      name,
                      tensor.type(),
                      tensor.shape(),
                      0,
                      tensor.size() * tensor.type().bytes()));
            });
  }

  /**
   * Opens a file and finds its state dict.
   *
   * @param choice which of several state dicts, by the keys that lead to it, joined by dots
   * @throws BadWeightsException if the file is refused, with the reason in one line
   */
  public static TorchReader open(Path path, Optional<String> choice) throws IOException {
    String file = path.getFileName().toString();
    if (!Files.isRegularFile(path)) {
      throw new BadWeightsException(
          file, "there is no such file in " + path.toAbsolutePath().getParent());
    }
    try {
      return TorchFormat.isZip(path) ? openZip(file, path, choice) : openLegacy(file, path, choice);
    } catch (PickleRefusedException e) {
      throw new BadWeightsException(file, e.getMessage(), e);
    }
  }

  private static TorchReader openZip(String file, Path path, Optional<String> choice)
      throws IOException {
    TorchArchive archive = TorchArchive.open(path, Files.size(path));
    return closingOnFailure(
        archive,
        () -> {
          if (archive.isScript()) {
            throw new PickleRefusedException(
                "it is a TorchScript program, not a state dict; import it with --arch torchscript, or in"
                    + " Python: torch.save(torch.jit.load(FILE).state_dict(), \"weights.pth\")");
          }
          ZipEntry pickle =
              archive
                  .entry("data.pkl")
                  .orElseThrow(
                      () ->
                          new PickleRefusedException(
                              "it is a zip archive, but not one that PyTorch wrote"));
          if (pickle.getSize() > MAX_PICKLE) {
            throw new PickleRefusedException("its pickle has more than 32 MB");
          }
          ByteBuffer bytes = ByteBuffer.wrap(archive.content(pickle));
          Object root = PickleMachine.load(bytes, new TorchWorld());
          return new TorchReader(
              file,
              new ZipStorages(archive, byteOrder(archive)),
              StateDictSearch.find(root, choice));
        });
  }

  private static ByteOrder byteOrder(TorchArchive archive) throws IOException {
    Optional<ZipEntry> entry = archive.entry("byteorder");
    if (entry.isEmpty()) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    if (entry.get().getSize() > MAX_BYTE_ORDER) {
      throw new PickleRefusedException("its byte order is unknown");
    }
    return switch (new String(archive.content(entry.get()), StandardCharsets.US_ASCII).strip()) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new PickleRefusedException("its byte order is unknown");
    };
  }

  private static TorchReader openLegacy(String file, Path path, Optional<String> choice)
      throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return closingOnFailure(
        channel,
        () -> {
          ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_PICKLE));
          while (head.hasRemaining() && channel.read(head) >= 0) {
            // A channel may give less than it is asked for.
          }
          LegacyFile legacy = LegacyFile.read(channel, head.flip(), new TorchWorld());
          return new TorchReader(file, legacy, StateDictSearch.find(legacy.root(), choice));
        });
  }

  private interface Opening {
    TorchReader open() throws IOException;
  }

  private static TorchReader closingOnFailure(Closeable source, Opening opening)
      throws IOException {
    try {
      return opening.open();
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Where in the file the state dict is: keys joined by dots; empty for the file itself. */
  public String where() {
    return found.where();
  }

  /** Names of what stands in the state dict and is no tensor; such are passed over. */
  public List<String> others() {
    return found.others();
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of();
  }

  @Override
  public List<TensorEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void read(Predicate<TensorEntry> wanted, BiConsumer<TensorEntry, ByteBuffer> consumer)
      throws IOException {
    Map<String, List<TensorEntry>> byStorage = new LinkedHashMap<>();
    for (TensorEntry entry : entries) {
      if (wanted.test(entry)) {
        String key = found.tensors().get(entry.name()).storage().key();
        byStorage.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
      }
    }
    ByteBuffer floats = direct(0);
    try {
      for (Map.Entry<String, List<TensorEntry>> group : byStorage.entrySet()) {
        ByteBuffer storage = storages.read(group.getKey());
        for (TensorEntry entry : group.getValue()) {
          TorchTensor tensor = found.tensors().get(entry.name());
          int bytes = floatBytes(entry, tensor);
          floats = floats.capacity() < bytes ? direct(bytes) : floats.clear();
          StorageValues.copy(Names.shown(entry.name()), tensor, storage, floats);
          consumer.accept(entry, floats.flip());
        }
      }
    } catch (PickleRefusedException e) {
      throw new BadWeightsException(file, e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int floatBytes(TensorEntry entry, TorchTensor tensor) {
    if (tensor.size() > Integer.MAX_VALUE / Float.BYTES) {
      throw new BadWeightsException(
          file, "tensor '" + Names.shown(entry.name()) + "' has more than 2 GB");
    }
    return (int) tensor.size() * Float.BYTES;
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() throws IOException {
    storages.close();
  }
}
