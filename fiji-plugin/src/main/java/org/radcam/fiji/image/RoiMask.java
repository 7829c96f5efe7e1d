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

/** The user's selection as the library's region of interest. */
public final class RoiMask {
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
    if (!roi.isArea() || roi instanceof TextRoi || roi instanceof ImageRoi) {
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

  private static BitSet inside(Roi roi, Size size) {
    Rectangle box = roi.getBounds();
    ImageProcessor shape = roi.getMask();
    Rectangle seen = box.intersection(new Rectangle(size.columns(), size.rows()));
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
