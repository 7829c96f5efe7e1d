package org.radcam.weasis.panel.state;

import org.radcam.weasis.viewer.StoredRegion;

/** Where the user's region comes from. */
public sealed interface RegionSource {
  /** No region. */
  record None() implements RegionSource {}

  /** The selected drawings of the reference series. */
  record Selected() implements RegionSource {}

  /** All drawings of the reference series. */
  record All() implements RegionSource {}

  /** A region of a segmentation or structure set. */
  record Stored(StoredRegion region) implements RegionSource {}
}
