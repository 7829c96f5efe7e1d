package org.radcam.zoo.phantom;

import java.util.BitSet;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/** What every MRI phantom does with its scans. */
final class MrImages {
  private MrImages() {}

  /** A scan as an image whose series description is the sequence's name. */
  static SourceImage image(String name, MrSequence sequence, String bodyPart, Volume volume) {
    return new SourceImage(
        name,
        volume,
        new ImageTraits(
            Optional.of("MR"),
            Optional.of(bodyPart),
            Optional.empty(),
            Optional.empty(),
            Optional.of(sequence.role()),
            1,
            0,
            ImageTraits.Brightness.LARGE_IS_BRIGHT,
            false),
        Placement.KNOWN);
  }

  /**
   * The voxels whose centre lies inside.
   *
   * @param depth of patient coordinates
   */
  static Mask inside(Geometry grid, SpaceField depth) {
    BitSet voxels = new BitSet();
    int n = 0;
    for (int k = 0; k < grid.size().slices(); k++) {
      for (int j = 0; j < grid.size().rows(); j++) {
        for (int i = 0; i < grid.size().columns(); i++) {
          Vector3 at = grid.toPatient(i, j, k);
          voxels.set(n++, depth.at(at.x(), at.y(), at.z()) > 0);
        }
      }
    }
    return new Mask(grid, voxels);
  }
}
