package org.radcam.weasis;

import java.util.function.BiFunction;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.weasis.viewer.StoredRegion;

/**
 * The first segment of a segmentation.
 *
 * @param name its label
 * @param laid the region on a grid
 */
public record TestRegion(String name, BiFunction<Geometry, Placement, Mask> laid)
    implements StoredRegion {
  @Override
  public String kind() {
    return "SEG";
  }

  @Override
  public String origin() {
    return "segment 1";
  }

  @Override
  public Mask on(Geometry grid, Placement placement) {
    return laid.apply(grid, placement);
  }
}
