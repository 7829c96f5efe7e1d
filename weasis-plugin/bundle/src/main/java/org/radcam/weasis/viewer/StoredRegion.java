package org.radcam.weasis.viewer;

import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;

/**
 * A region that a segmentation (SEG) or structure set (RTSTRUCT) defines. Two are equal if they are
 * the same region of the same object, however often the viewer is asked for them.
 */
public interface StoredRegion {

  /** How the user knows it: its label. */
  String name();

  /** {@code SEG} or {@code RTSTRUCT}. */
  String kind();

  /** What tells it from others of its name: its number, and its series; nothing of the patient. */
  String origin();

  /**
   * The region on a grid; slow: never on the event dispatch thread.
   *
   * @throws org.radcam.UserException if it does not lie on that grid, or cannot be read
   */
  Mask on(Geometry grid, Placement placement);
}
