package org.radcam.fiji;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.task.ImageRole;

/**
 * The image that plays a role: one that is open, or a file or folder, which is read by the
 * library's own readers and never shown.
 *
 * @param role the role
 * @param open the open image
 * @param file the file; exactly one of both is there
 */
record RoleImage(ImageRole role, Optional<ImagePlus> open, Optional<Path> file) {
  RoleImage {
    if (open.isPresent() == file.isPresent()) {
      throw new IllegalArgumentException("An image is open, or a file");
    }
  }

  static RoleImage of(ImageRole role, ImagePlus open) {
    return new RoleImage(role, Optional.of(open), Optional.empty());
  }

  /** How the user knows it. */
  String name() {
    return open.map(ImagePlus::getTitle)
        .orElseGet(() -> String.valueOf(file.orElseThrow().getFileName()));
  }

  /** Whether both are one and the same image. */
  boolean isSame(RoleImage other) {
    return open.isPresent() ? open.equals(other.open) : file.equals(other.file);
  }

  /**
   * All of it.
   *
   * @throws UserException if it is no volume, or cannot be read
   */
  SourceImage volume() {
    return open.map(VolumeAdapter::volume).orElseGet(() -> read(file.orElseThrow()));
  }

  private static SourceImage read(Path file) {
    try {
      return ImageFiles.read(file);
    } catch (UnreadableImageException e) {
      throw new UserException("'" + file.getFileName() + "' cannot be read. " + e.getMessage(), e);
    }
  }
}
