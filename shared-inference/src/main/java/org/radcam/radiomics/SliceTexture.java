package org.radcam.radiomics;

import java.util.Set;
import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * The three aggregations of a matrix that looks into all directions at once (IBSI sections 3.8 to
 * 3.11):
 *
 * <ul>
 *   <li>2D (8QNN): a matrix a slice; the mean of their features;
 *   <li>2.5D (62GR): the sum of the slices' matrices;
 *   <li>3D (KOBO): one matrix with neighbours in space.
 * </ul>
 */
abstract class SliceTexture {
  final GreyLevels grey;
  private final String prefix;
  private final FeatureName[] names;

  SliceTexture(GreyLevels grey, String prefix, FeatureName[] names) {
    this.grey = grey;
    this.prefix = prefix;
    this.names = names;
  }

  /**
   * Looks at every voxel with its neighbours, once before features are asked for.
   *
   * @param volumetric whether neighbours in other slices count
   */
  abstract void scan(boolean volumetric);

  /** The features of the matrix of a range of the region's voxels: a slice, or all. */
  abstract double[] features(int from, int to);

  void measure(Set<TextureApproach> approaches, FeatureList out) {
    int count = grey.levels().length;
    boolean planar = approaches.contains(TextureApproach.PLANAR);
    boolean stacked = approaches.contains(TextureApproach.STACKED);
    if (planar || stacked) {
      scan(false);
    }
    if (planar) {
      MeanFeatures slices = new MeanFeatures(names.length);
      int[] starts = grey.sliceStarts();
      for (int s = 0; s + 1 < starts.length; s++) {
        slices.add(features(starts[s], starts[s + 1]));
      }
      report(TextureApproach.PLANAR, slices.means(), out);
    }
    if (stacked) {
      report(TextureApproach.STACKED, features(0, count), out);
    }
    if (approaches.contains(TextureApproach.VOLUMETRIC)) {
      scan(true);
      report(TextureApproach.VOLUMETRIC, features(0, count), out);
    }
  }

  private void report(TextureApproach approach, double[] values, FeatureList out) {
    out.addAll(prefix, names, values, "_" + approach.suffix(), approach.label());
  }
}
