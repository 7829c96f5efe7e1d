package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.io.format.ImageLimits;

/** The user's selection as the library's region of interest. */
public final class RoiMask {
  /** As many as an image may have: ImageJ makes a picture of the whole region. */
  private static final double MOST_PIXELS = ImageLimits.MAX_VOXELS;

  private RoiMask() {}

  /**
   * The pixels that ImageJ itself would measure in the image's selection.
   *
   * @param grid the grid of one slice of the image
   * @return empty where nothing is selected
   * @throws UserException if the selection is a line, a point or the like, which has no inside, or
   *     lies outside the image
   */
  public static Optional<Mask> of(ImagePlus image, Geometry grid) {
    Roi roi = image.getRoi();
    if (roi == null) {
      return Optional.empty();
    }
    if (!isArea(roi)) {
      throw new UserException(
          "The selection on '"
              + image.getTitle()
              + "' is a "
              + roi.getTypeAsString().toLowerCase(Locale.ROOT)
              + ", which has no inside to measure heat in. Draw an area, or remove the selection"
              + " (Edit > Selection > Select None).");
    }
    BitSet inside = inside(roi, grid.size());
    if (inside.isEmpty()) {
      throw new UserException(
          "The selection on '"
              + image.getTitle()
              + "' holds no pixel of the image. Draw it again.");
    }
    return Optional.of(new Mask(grid, inside));
  }

  /** Whether a region has an inside; texts and pictures on an image have none. */
  static boolean isArea(Roi roi) {
    return roi.isArea() && !(roi instanceof TextRoi) && !(roi instanceof ImageRoi);
  }

  /**
   * The pixels of a slice that lie in an area.
   *
   * @param size of the slice, or of a stack, whose first slice is meant then
   * @return bits at {@link Size#index}
   */
  static BitSet inside(Roi roi, Size size) {
    Rectangle box = roi.getBounds();
    Rectangle seen = box.intersection(new Rectangle(size.columns(), size.rows()));
    if (seen.isEmpty()) {
      return new BitSet();
    }
    if ((double) box.width * box.height > MOST_PIXELS) {
      throw new UserException(
          "A region of " + box.width + " x " + box.height + " pixels is too large. Draw it again.");
    }
    ImageProcessor shape = roi.getMask();
    BitSet inside = new BitSet(size.voxels());
    for (int j = seen.y; j < seen.y + seen.height; j++) {
      for (int i = seen.x; i < seen.x + seen.width; i++) {
        // A rectangle has no mask: all of its box is inside.
        if (shape == null || shape.get(i - box.x, j - box.y) != 0) {
          inside.set(size.index(i, j, 0));
        }
      }
    }
    return inside;
  }
}
