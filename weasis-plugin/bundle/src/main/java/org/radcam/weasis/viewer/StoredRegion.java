package org.radcam.weasis.viewer;

import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;

/** A region that a segmentation (SEG) or structure set (RTSTRUCT) defines. */
public interface StoredRegion {

  /** How the user knows it: its label. */
  String name();

  /** {@code SEG} or {@code RTSTRUCT}. */
  String kind();

  /**
   * The region on a grid; slow: never on the event dispatch thread.
   *
   * @throws org.radcam.UserException if it does not lie on that grid, or cannot be read
   */
  Mask on(Geometry grid, Placement placement);
}
