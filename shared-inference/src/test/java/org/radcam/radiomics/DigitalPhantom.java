package org.radcam.radiomics;

import java.util.BitSet;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * The IBSI's digital phantom (reference manual, section 5.1; github.com/theibsi/data_sets, CC BY
 * 4.0): 5 x 4 x 4 voxels of 2 mm. A dot marks the voxels outside the region.
 */
final class DigitalPhantom {
  private static final String VOXELS =
      """
      1 4 4 1 1
      1 4 6 1 1
      4 1 6 4 1
      4 4 6 4 1

      1 4 4 1 1
      1 1 6 1 1
      1. 1 3 1 1
      4 4 6 1 1

      1 4 4 1. 1.
      1 1 1 1 1
      1 1 9. 1 1
      1 1 6 1 1

      1 4 4 1. 1.
      1 1 1 1 1
      1 1 1 1 1
      1 1 6 1 1
      """;

  static final Geometry GEOMETRY = Geometry.millimetres(new Size(5, 4, 4), 2, 2, 2);

  private DigitalPhantom() {}

  static Volume image() {
    String[] cells = VOXELS.strip().split("\\s+");
    float[] voxels = new float[cells.length];
    for (int n = 0; n < cells.length; n++) {
      voxels[n] = Float.parseFloat(cells[n]);
    }
    return new Volume(GEOMETRY, voxels);
  }

  static Mask mask() {
    String[] cells = VOXELS.strip().split("\\s+");
    BitSet voxels = new BitSet();
    for (int n = 0; n < cells.length; n++) {
      voxels.set(n, !cells[n].endsWith("."));
    }
    return new Mask(GEOMETRY, voxels);
  }
}
