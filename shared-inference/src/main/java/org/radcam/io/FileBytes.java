package org.radcam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/** A file's bytes, with what can go wrong in the user's words and without the file's name. */
final class FileBytes {
  private FileBytes() {}

  /** The whole file. */
  static byte[] read(Path file) throws UnreadableImageException {
    try {
      if (Files.isDirectory(file)) {
        throw new UnreadableImageException("This is a folder, not an image file.");
      }
      if (!Files.isRegularFile(file)) {
        // A pipe or a device would never end.
        throw new UnreadableImageException(
            Files.exists(file) ? "This is no ordinary file." : "The file does not exist.");
      }
      long size = Files.size(file);
      if (size == 0) {
        throw new UnreadableImageException("The file is empty.");
      }
      if (size > ImageLimits.MAX_FILE_BYTES) {
        throw new UnreadableImageException(
            String.format(
                Locale.ROOT,
                "The file has %,d MB; RadCAM reads files of at most %,d MB.",
                size >> 20,
                ImageLimits.MAX_FILE_BYTES >> 20));
      }
      ImageLimits.checkMemory((double) size);
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes((int) size);
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableImageException("The file does not exist.", e);
    } catch (AccessDeniedException e) {
      throw new UnreadableImageException("You are not permitted to read the file.", e);
    } catch (UnreadableImageException e) {
      throw e;
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UnreadableImageException(
          "The file could not be read from its disk (" + e.getClass().getSimpleName() + ").", e);
    }
  }
}
