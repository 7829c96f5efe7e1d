package org.radcam.fiji.heat;

import ij.ImagePlus;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;

/** The digest of what a model got of an image, as its audit record has it. */
final class InputDigest {
  private InputDigest() {}

  /**
   * {@link Digests#sha256(float[])} of the stored values of a slice or a volume, as they are now.
   *
   * @throws org.radcam.UserException if the image cannot be classified
   */
  static String of(ImagePlus image, MadeOf made) {
    SourceImage values =
        made.isVolume() ? VolumeAdapter.volume(image) : ImagePlusAdapter.slice(image, made.first());
    return Digests.sha256(values.volume().voxels());
  }
}
