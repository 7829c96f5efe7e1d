package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.Arrays;
import org.radcam.UserException;
import org.radcam.image.Size;

/** The pixels that a heat map was made of. */
final class MadeOf {
  private final String sha256;
  private final int first;
  private final int last;
  private final Size sliceSize;

  /** Quick prints of the pixels when they were last found to be the same; null before that. */
  private long[] prints;

  MadeOf(HeatLayer layer) {
    sha256 = layer.inputSha256();
    first = layer.firstSlice();
    last = layer.lastSlice();
    Size size = layer.map().onSource().size();
    sliceSize = Size.of(size.columns(), size.rows());
  }

  boolean isSameAs(MadeOf other) {
    return sha256.equals(other.sha256)
        && first == other.first
        && last == other.last
        && sliceSize.equals(other.sliceSize);
  }

  int first() {
    return first;
  }

  /** Whether the image is of the size that it was. */
  boolean hasSizeOf(ImagePlus image) {
    return last <= image.getStackSize()
        && sliceSize.equals(Size.of(image.getWidth(), image.getHeight()));
  }

  /**
   * Whether the image still has those pixels. Reads all of them, slowly the first time and after a
   * change.
   */
  synchronized boolean fits(ImagePlus image) {
    if (!hasSizeOf(image)) {
      return false;
    }
    try {
      long[] now = PixelPrint.of(image, first, last);
      if (Arrays.equals(now, prints)) {
        return true;
      }
      // Other numbers may stand for the same values, as after a change of the image's type.
      boolean same = InputDigest.of(image, first, last).equals(sha256);
      if (same) {
        prints = now;
      }
      return same;
    } catch (UserException e) {
      // It was an image that can be classified, and is none any more.
      return false;
    }
  }
}
