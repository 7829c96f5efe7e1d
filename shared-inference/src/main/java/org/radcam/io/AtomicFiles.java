package org.radcam.io;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes whole files or none: into a temporary file in the target's folder, which then takes the
 * target's name in one step. Whoever reads the folder meanwhile, or after a crash, sees the old
 * file or the new one, never half of it.
 *
 * <p>On a file system that cannot replace a file in one step, the temporary file is complete before
 * it replaces the target.
 */
public final class AtomicFiles {
  private static final int BUFFER = 1 << 16;

  private AtomicFiles() {}

  /** Writes a file's content to a stream that it need not close. */
  @FunctionalInterface
  public interface IOConsumer<T> {
    void accept(T value) throws IOException;
  }

  /**
   * Writes {@code target}, replacing it if it exists. When the body fails, the target is as it was
   * and the temporary file is gone.
   *
   * @param target the file; its folder must exist
   * @param body writes the content to a buffered stream, which is closed after it
   * @throws IOException from the body, or where the folder cannot be written to
   */
  public static void write(Path target, IOConsumer<? super OutputStream> body) throws IOException {
    writeFile(
        target,
        temporary -> {
          try (OutputStream out =
              new BufferedOutputStream(
                  Files.newOutputStream(temporary, CREATE_NEW, WRITE), BUFFER)) {
            body.accept(out);
          }
        });
  }

  /**
   * The same for what is written by the file's path and not as a stream.
   *
   * @param body writes the content to a path where nothing is yet
   */
  public static void writeFile(Path target, IOConsumer<? super Path> body) throws IOException {
    // Not Files.createTempFile, whose owner-only permissions would pass on to the target.
    Path temporary = target.resolveSibling(".radcam-" + UUID.randomUUID() + ".tmp");
    boolean moved = false;
    try {
      body.accept(temporary);
      move(temporary, target);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** Writes {@code text} in UTF-8. */
  public static void writeString(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
