package org.radcam.classify;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/** Cases of noise with a region in the middle, for models of several inputs. */
final class Lesions {
  /** Non-cubic voxels, and more of them along one axis than along another. */
  static final Geometry GRID = Geometry.millimetres(new Size(22, 18, 8), 1.5, 2, 4);

  private Lesions() {}

  static SourceImage noise(String name, Geometry grid, long seed) {
    Random random = new Random(seed);
    float[] values = new float[grid.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = 100 + 20 * (float) random.nextGaussian();
    }
    return new SourceImage(name, new Volume(grid, values), ImageTraits.UNKNOWN, Placement.KNOWN);
  }

  /** A box in the middle third of a grid. */
  static Mask middle(Geometry grid) {
    Size size = grid.size();
    BitSet voxels = new BitSet();
    for (int k = size.slices() / 3; k <= 2 * size.slices() / 3 && k < size.slices(); k++) {
      for (int j = size.rows() / 3; j <= 2 * size.rows() / 3; j++) {
        for (int i = size.columns() / 3; i <= 2 * size.columns() / 3; i++) {
          voxels.set(size.index(i, j, k));
        }
      }
    }
    return new Mask(grid, voxels);
  }

  /** All images on one grid. */
  static Case subject(Map<String, String> clinical, long seed, String... roles) {
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (String role : roles) {
      images.put(role, noise(role + ".nii", GRID, seed + images.size()));
    }
    return new Case("lesion", images, Optional.of(middle(GRID)), clinical);
  }

  /** The same case with another image for one role. */
  static Case with(Case subject, String role, SourceImage image) {
    Map<String, SourceImage> images = new LinkedHashMap<>(subject.images());
    images.put(role, image);
    return new Case(subject.id(), images, subject.roi(), subject.clinical());
  }
}
