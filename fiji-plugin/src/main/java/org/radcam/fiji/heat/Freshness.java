package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.radcam.UserException;

/**
 * Knows whether an image still has the pixels that its heat maps were made of. The first look takes
 * the digest of all values; later ones compare {@link PixelPrint}s, and take the digest again only
 * where those differ: other numbers may stand for the same values, as after a change of the image's
 * type.
 */
final class Freshness {
  private final Map<MadeOf, long[]> prints = new HashMap<>();

  /** Whether the image has those pixels; one that was closed has none. Reads all of them. */
  synchronized boolean fits(ImagePlus image, MadeOf made) {
    if (image.getProcessor() == null || !made.hasSizeOf(image)) {
      return false;
    }
    try {
      long[] now = PixelPrint.of(image, made.first(), made.last());
      if (Arrays.equals(now, prints.get(made))) {
        return true;
      }
      boolean same = InputDigest.of(image, made).equals(made.sha256());
      if (same) {
        prints.put(made, now);
      }
      return same;
    } catch (UserException e) {
      // It was an image that can be classified, and is none any more.
      return false;
    }
  }
}
