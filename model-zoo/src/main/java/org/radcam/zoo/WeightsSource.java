package org.radcam.zoo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcam.UserException;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.SafetensorsReader;
import org.radcam.network.weights.TensorEntry;
import org.radcam.network.weights.TensorReader;
import org.radcam.network.weights.mapping.InputScaling;
import org.radcam.network.weights.mapping.MappedReader;
import org.radcam.network.weights.torch.TorchFormat;
import org.radcam.network.weights.torch.TorchReader;

/**
 * Somebody's weights file, opened, with its tensors under our names. By its content, not its name,
 * it is read as
 *
 * <ul>
 *   <li>a PyTorch file ({@link TorchReader});
 *   <li>a safetensors file, if it is none of PyTorch's.
 * </ul>
 */
public final class WeightsSource implements Closeable {
  private static final List<String> FIRST_LAYERS = List.of("conv1.weight", "features.conv0.weight");
  private static final List<String> LAST_LAYERS = List.of("fc.weight", "classifier.weight");

  private static final int MAX_AXIS = 65_536;

  private final Path file;
  private final MappedReader reader;
  private final List<String> report = new ArrayList<>();

  private WeightsSource(Path file, TensorReader plain) {
    this.file = file;
    this.reader = new MappedReader(plain);
    if (plain instanceof TorchReader torch) {
      if (!torch.where().isEmpty()) {
        report.add("State dict: '" + torch.where() + "'");
      }
      if (!torch.others().isEmpty()) {
        report.add("Passed over, no tensors: " + Names.listed(torch.others()));
      }
    }
    if (reader.report().isEmpty()) {
      report.add("Names: as they are (torchvision's)");
    }
    reader.report().forEach(line -> report.add("Names: " + line));
    if (!reader.leftOut().isEmpty()) {
      report.add("Left out: " + Names.listed(reader.leftOut()));
    }
    reader
        .scaling()
        .ifPresent(
            wanted ->
                report.add(
                    "Input: (v - "
                        + wanted.mean()
                        + ") / "
                        + wanted.std()
                        + " of grey values from 0 to 1, as wanted by "
                        + wanted.source()));
  }

  /**
   * Opens a file.
   *
   * @param stateDict which one, where a checkpoint holds several
   * @throws UserException if it is refused
   */
  public static WeightsSource open(Path file, Optional<String> stateDict) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException("There is no file " + file + ".");
    }
    TensorReader plain = reader(file, stateDict);
    try {
      return new WeightsSource(file, plain);
    } catch (RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private static TensorReader reader(Path file, Optional<String> stateDict) throws IOException {
    if (TorchFormat.of(file) != TorchFormat.OTHER) {
      return TorchReader.open(file, stateDict);
    }
    String name = file.getFileName().toString();
    if (!name.endsWith(".safetensors")) {
      throw new BadWeightsException(
          name,
          "it is neither a PyTorch file nor named .safetensors; in Python:"
              + " torch.save(model.state_dict(), \"weights.pth\")");
    }
    return SafetensorsReader.open(file);
  }

  /** The tensors under our names. */
  public TensorReader reader() {
    return reader;
  }

  /** What was found and done, line by line, for the user. */
  public List<String> report() {
    return List.copyOf(report);
  }

  /** What these weights want of their input, where that is known. */
  public Optional<InputScaling> scaling() {
    return reader.scaling();
  }

  /** Name of the file without its folder. */
  public String name() {
    return file.getFileName().toString();
  }

  /**
   * Channels of the input, by the first layer.
   *
   * @throws BadWeightsException if there are impossibly many
   */
  public OptionalInt inputChannels() {
    return axis(FIRST_LAYERS, 1);
  }

  /**
   * Number of outputs, by the last layer; empty where there is none.
   *
   * @throws BadWeightsException if there are impossibly many
   */
  public OptionalInt outputs() {
    return axis(LAST_LAYERS, 0);
  }

  /** Whether shortcuts have convolutions of their own (type B). */
  public boolean hasShortcutConvolutions() {
    return reader.entries().stream().anyMatch(entry -> entry.name().contains(".downsample."));
  }

  private OptionalInt axis(List<String> names, int axis) {
    return reader.entries().stream()
        .filter(entry -> names.contains(entry.name()) && entry.shape().length > axis)
        .mapToInt(entry -> size(entry, axis))
        .findFirst();
  }

  private int size(TensorEntry entry, int axis) {
    long size = entry.shape()[axis];
    if (size > MAX_AXIS) {
      throw new BadWeightsException(
          name(),
          "tensor '"
              + Names.shown(entry.name())
              + "' has an axis of "
              + size
              + ", and no network here one of more than "
              + MAX_AXIS);
    }
    return (int) size;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
