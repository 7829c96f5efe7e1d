package org.radcam.weasis.region;

import java.util.List;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;

/** The region that the user chose, as it was when Run was pressed. */
public sealed interface RegionChoice {

  /** No region. */
  record Nothing() implements RegionChoice {}

  /**
   * Drawings on the reference image, together.
   *
   * @param drawings at least one
   */
  record Drawn(List<Drawing> drawings) implements RegionChoice {
    public Drawn {
      drawings = List.copyOf(drawings);
    }
  }

  /** A region of a segmentation or structure set. */
  record Stored(StoredRegion region) implements RegionChoice {}
}
