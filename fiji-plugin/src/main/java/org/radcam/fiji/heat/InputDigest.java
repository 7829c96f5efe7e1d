package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.io.Digests;

/** The digest of what a model got of an image, as its audit record has it. */
final class InputDigest {
  private InputDigest() {}

  /**
   * {@link Digests#sha256(float[])} of the stored values of some slices, one behind the other.
   *
   * @param first position in the stack, from 1
   * @param last position in the stack
   * @throws org.radcam.UserException if the image cannot be classified
   */
  static String of(ImagePlus image, int first, int last) {
    Stream<float[]> slices =
        IntStream.rangeClosed(first, last)
            .mapToObj(slice -> ImagePlusAdapter.slice(image, slice).volume().voxels());
    return Digests.sha256(slices);
  }
}
