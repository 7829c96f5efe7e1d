package org.radcam.fiji.image;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.io.MaskFiles;
import org.radcam.io.UnreadableImageException;

/** Reads mask files with the user's words for what is wrong with them. */
final class MaskReader {
  private MaskReader() {}

  static Mask read(Path file, Geometry grid, OptionalInt label) {
    try {
      return label.isPresent()
          ? MaskFiles.read(file, grid, label.getAsInt())
          : MaskFiles.read(file, grid);
    } catch (UnreadableImageException e) {
      throw new UserException(
          "The mask '" + file.getFileName() + "' cannot be read. " + e.getMessage(), e);
    }
  }
}
