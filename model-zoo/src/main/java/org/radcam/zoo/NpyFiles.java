package org.radcam.zoo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.radcam.UserException;
import org.radcam.model.NpyArray;

/** NPY files of the user's. */
public final class NpyFiles {
  private NpyFiles() {}

  /**
   * Reads a file.
   *
   * @throws UserException naming it, if it is missing or no array that {@link NpyArray} reads
   */
  public static NpyArray read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException("There is no file " + file + ".");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return NpyArray.read(in);
    } catch (IOException e) {
      throw new UserException("Cannot use " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * Writes several files, replacing those that are there: all are complete beside their targets
   * before the first takes its name, so that a full disk or a missing folder leaves every target as
   * it was. Where a finished file then cannot take its name, those before it already have theirs.
   *
   * @throws IOException naming the file that cannot be written
   */
  public static void writeAll(Map<Path, NpyArray> arrays) throws IOException {
    Map<Path, Path> complete = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, NpyArray> entry : arrays.entrySet()) {
        Path target = entry.getKey().toAbsolutePath();
        if (Files.isDirectory(target)) {
          throw new IOException(entry.getKey() + " is a folder");
        }
        Path temporary = target.resolveSibling(".radcam-" + UUID.randomUUID() + ".tmp");
        complete.put(temporary, target);
        write(temporary, entry.getValue());
      }
      for (Map.Entry<Path, Path> entry : complete.entrySet()) {
        Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (AccessDeniedException e) {
      throw new IOException(Path.of(e.getFile()).getParent() + " may not be written to", e);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no folder " + Path.of(e.getFile()).getParent(), e);
    } finally {
      for (Path temporary : complete.keySet()) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void write(Path file, NpyArray array) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      array.write(out);
    }
  }
}
