package org.radcam.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.io.Digests;

/**
 * Writes a model package whole or not at all: its files are gathered in a hidden folder beside the
 * target, which takes the target's name at the end.
 *
 * <pre>{@code
 * try (PackageWriter writer = PackageWriter.into(folder)) {
 *   PackageFile weights = writer.add("weights.safetensors", file -> save(network, file));
 *   writer.finish(definition.toBuilder().weights(weights).build());
 * }
 * }</pre>
 */
public final class PackageWriter implements Closeable {
  /** The card for people. */
  public static final String README = "README.md";

  /** The network as bioimage.io software makes it, for other programs than RadCAM. */
  public static final String PYTHON = "architecture.py";

  private final Path target;
  private final Path gathering;
  private final List<PackageFile> files = new ArrayList<>();

  private PackageWriter(Path target, Path gathering) {
    this.target = target;
    this.gathering = gathering;
  }

  /**
   * Begins a package.
   *
   * @param folder where it shall be; must not exist, or be an empty folder
   * @throws UserException if there is something already, or the place cannot be written to
   */
  public static PackageWriter into(Path folder) {
    checkFree(folder);
    Path target = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(target.getParent());
      Path gathering =
          target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID() + ".tmp");
      Files.createDirectory(gathering);
      return new PackageWriter(target, gathering);
    } catch (IOException e) {
      throw new UserException(
          "Cannot write a model package to " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether a package can be made there, before long work for it begins.
   *
   * @throws UserException if there is something already
   */
  public static void checkFree(Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    try {
      if (Files.exists(target) && !isEmptyFolder(target)) {
        throw new UserException(
            target + " exists already. Choose another place, or remove it first.");
      }
    } catch (IOException e) {
      throw new UserException("Cannot look into " + target + ": " + e.getMessage(), e);
    }
  }

  /** Writes a file of the package. */
  @FunctionalInterface
  public interface FileBody {
    /** Writes the whole of {@code file}, which does not exist yet. */
    void write(Path file) throws IOException;
  }

  /**
   * Adds a file.
   *
   * @return the file as the card names it
   */
  public PackageFile add(String name, FileBody body) throws IOException {
    PackageFile.checkName(name);
    Path file = gathering.resolve(name);
    if (Files.exists(file)) {
      throw new IllegalArgumentException("The package has its " + name + " already");
    }
    body.write(file);
    PackageFile added = new PackageFile(name, Digests.sha256(file));
    files.add(added);
    return added;
  }

  /** Adds an array as an NPY file. */
  public PackageFile add(String name, NpyArray array) throws IOException {
    return add(
        name,
        file -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            array.write(out);
          }
        });
  }

  /**
   * Adds what people and other programs read ({@value #README}, {@value #PYTHON}), writes the card
   * and puts the package in its place.
   *
   * @param card names the files that were added
   * @return the package, read back
   */
  public FolderPackage finish(ModelCard card) throws IOException {
    for (PackageFile file :
        Stream.of(card.weights(), card.domain()).flatMap(o -> o.stream()).toList()) {
      checkAdded(file);
    }
    card.features().ifPresent(spec -> spec.files().forEach(this::checkAdded));
    card.test().ifPresent(test -> checkAdded(test.input()));
    card.test().flatMap(ModelCard.TestCase::clinical).ifPresent(this::checkAdded);
    card.test().ifPresent(test -> checkAdded(test.output()));
    List<PackageFile> attachments = new ArrayList<>();
    attachments.add(addText(README, CardDocument.of(card)));
    if (card.hasNetwork() && !card.isScript()) {
      attachments.add(add(PYTHON, PackageWriter::copyPython));
    }
    ModelCard whole = card.toBuilder().attachments(attachments).build();
    Files.writeString(gathering.resolve(FolderPackage.CARD), CardWriter.write(whole));
    // A card that we could not read again must not be left to the user.
    FolderPackage.open(gathering);
    Files.deleteIfExists(target);
    Files.move(gathering, target, StandardCopyOption.ATOMIC_MOVE);
    return FolderPackage.open(target);
  }

  /** Removes what was gathered, unless the package is finished. */
  @Override
  public void close() throws IOException {
    if (!Files.exists(gathering)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(gathering)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void checkAdded(PackageFile file) {
    if (!files.contains(file)) {
      throw new IllegalArgumentException("The card names " + file.name() + ", which was not added");
    }
  }

  private PackageFile addText(String name, String text) throws IOException {
    return add(name, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
  }

  private static void copyPython(Path file) throws IOException {
    try (InputStream in = PackageWriter.class.getResourceAsStream(PYTHON)) {
      Files.copy(in, file);
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
