package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import org.radcam.UserException;
import org.radcam.image.ImageTraits;

/** The rescale of a stack's slices, which may differ from slice to slice. */
final class StackRescale {
  private StackRescale() {}

  /**
   * The rescale of each slice of an image of up to 16 bits. ImageJ keeps the function of the first
   * file that it opened for a whole stack; where the headers differ and it is that of one of them,
   * each slice's own counts. Any other is the user's.
   */
  static List<Rescale> of(ImagePlus image, List<DicomHeader> headers) {
    Rescale shown = Rescale.of(image, StoredSlice.isSigned16(image, headers.get(0)));
    List<Rescale> own = headers.stream().map(Rescale::of).toList();
    boolean differ = own.stream().distinct().count() > 1;
    return image.getBitDepth() <= 16 && differ && own.contains(shown)
        ? own
        : Collections.nCopies(headers.size(), shown);
  }

  /**
   * What is said of the whole stack.
   *
   * @param slices of the stack, without values
   * @param voxels their values; they become modality units where the slices' rescales differ
   */
  static ImageTraits whole(ImagePlus image, List<StoredSlice> slices, float[] voxels) {
    StoredSlice first = slices.get(0);
    int area = voxels.length / slices.size();
    boolean same = true;
    boolean colour = false;
    for (StoredSlice one : slices) {
      same &= one.rescale().equals(first.rescale());
      colour |= one.traits().colour();
      if (one.traits().brightness() != first.traits().brightness()) {
        throw new UserException(
            "The slices of '"
                + image.getTitle()
                + "' differ in whether large values are bright (MONOCHROME1, MONOCHROME2), so that"
                + " they are no volume.");
      }
    }
    ImageTraits traits = first.traits().withColour(colour);
    if (same) {
      return traits;
    }
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = slices.get(n / area).rescale().of(voxels[n]);
    }
    return traits.withRescale(1, 0);
  }
}
