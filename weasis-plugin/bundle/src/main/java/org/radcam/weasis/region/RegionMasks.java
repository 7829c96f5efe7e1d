package org.radcam.weasis.region;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/**
 * The user's region as a mask on the grid of the reference image.
 *
 * <ul>
 *   <li>A pixel is in a drawing if its centre is inside the outline, as {@link Shape#contains}
 *       tells; how the view is turned, flipped or zoomed does not matter.
 *   <li>A drawing counts on the slice of the image that it is drawn on, and on no other; several
 *       drawings are one region, also where they overlap.
 *   <li>Drawings on images that are no slices of the reference image count for nothing, as long as
 *       there are others.
 *   <li>Refused: no drawing on any of its slices; a drawing that lies wholly beside its image; one
 *       that is too thin to hold the centre of a pixel, which would silently count for nothing.
 *   <li>A stored region is laid on the grid by {@link org.radcam.io.dicom.RegionFile}'s rules.
 * </ul>
 */
public final class RegionMasks {
  private RegionMasks() {}

  /**
   * The mask of a choice.
   *
   * @param choice where the region comes from
   * @param reference the image of the reference role
   * @return empty where no region was chosen; never an empty mask
   * @throws UserException as above
   */
  public static Optional<Mask> mask(RegionChoice choice, SeriesImage reference) {
    if (choice instanceof RegionChoice.Drawn drawn) {
      return Optional.of(drawn(drawn.drawings(), reference));
    }
    if (choice instanceof RegionChoice.Stored stored) {
      return Optional.of(
          stored.region().on(reference.source().geometry(), reference.source().placement()));
    }
    return Optional.empty();
  }

  private static Mask drawn(List<Drawing> drawings, SeriesImage reference) {
    List<Drawing> own = new ArrayList<>(drawings);
    own.removeIf(drawing -> !reference.slices().contains(drawing.image()));
    if (own.isEmpty()) {
      throw new UserException(
          drawings.isEmpty()
              ? "There is no drawing to take as the region: draw a closed shape (polygon, ellipse,"
                  + " rectangle) around the lesion."
              : words(drawings.get(0))
                  + " is drawn on an image that is not classified: draw the region on the image that"
                  + " is, or choose that image.");
    }
    Size size = reference.source().geometry().size();
    BitSet inside = new BitSet(size.voxels());
    for (Drawing drawing : own) {
      fill(drawing, reference.slices().indexOf(drawing.image()), size, inside);
    }
    return new Mask(reference.source().geometry(), inside);
  }

  private static void fill(Drawing drawing, int slice, Size size, BitSet inside) {
    Rectangle2D bounds = drawing.outline().getBounds2D();
    Rectangle image = new Rectangle(size.columns(), size.rows());
    boolean beside =
        bounds.getMaxX() <= 0
            || bounds.getMaxY() <= 0
            || bounds.getMinX() >= image.width
            || bounds.getMinY() >= image.height;
    if (beside) {
      throw new UserException(
          words(drawing) + " lies outside the image. Draw it on the image, or delete it.");
    }
    boolean any = false;
    int lastRow = (int) Math.min(image.height - 1, Math.ceil(bounds.getMaxY()));
    int lastColumn = (int) Math.min(image.width - 1, Math.ceil(bounds.getMaxX()));
    for (int j = (int) Math.max(0, Math.floor(bounds.getMinY()) - 1); j <= lastRow; j++) {
      for (int i = (int) Math.max(0, Math.floor(bounds.getMinX()) - 1); i <= lastColumn; i++) {
        if (drawing.outline().contains(i + 0.5, j + 0.5)) {
          inside.set(size.index(i, j, slice));
          any = true;
        }
      }
    }
    if (!any) {
      throw new UserException(
          words(drawing)
              + " is too small or too thin: it holds the centre of no pixel of the image. Draw it"
              + " larger, or delete it.");
    }
  }

  private static String words(Drawing drawing) {
    return "'" + drawing.name() + "' on image " + drawing.imageName();
  }
}
