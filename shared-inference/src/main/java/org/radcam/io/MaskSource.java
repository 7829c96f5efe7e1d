package org.radcam.io;

import java.nio.file.Path;
import java.util.Objects;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * A region in a file.
 *
 * @param file what {@link MaskFiles} reads
 * @param label which of its regions
 */
public record MaskSource(Path file, RegionLabel label) {
  public MaskSource {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(label, "label");
  }

  /**
   * The region.
   *
   * @param image that it was drawn on
   * @throws UnreadableImageException where the file cannot be read
   * @throws UserException where it is no mask, one of another grid, or one without this label
   */
  public Mask read(SourceImage image) throws UnreadableImageException {
    return MaskFiles.read(file, image.geometry(), image.placement(), label);
  }
}
