package org.radcam.radiomics;

import java.util.Set;
import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * The six aggregations of a matrix that is made a direction at a time (IBSI sections 3.6 and 3.7):
 *
 * <ul>
 *   <li>2D averaged (BTW3): a matrix a slice and direction; the mean of their features;
 *   <li>2D merged (SUJT): a matrix a slice, of all directions; the mean of their features;
 *   <li>2.5D averaged (JJUI): a matrix a direction, of all slices; the mean of their features;
 *   <li>2.5D merged (ZW7Z): one matrix of all slices and directions in the slices' plane;
 *   <li>3D averaged (ITBB): a matrix a direction in space; the mean of their features;
 *   <li>3D merged (IAZD): one matrix of all directions in space.
 * </ul>
 *
 * @param <M> the matrix
 */
abstract class DirectionalTexture<M> {
  private final GreyLevels grey;
  private final FeatureName[] names;
  private final String prefix;

  DirectionalTexture(GreyLevels grey, String prefix, FeatureName[] names) {
    this.grey = grey;
    this.prefix = prefix;
    this.names = names;
  }

  /** An empty matrix. */
  abstract M create();

  abstract void clear(M matrix);

  /** Counts in a matrix what a range of the region's voxels has in a direction. */
  abstract void count(M matrix, int from, int to, int offset);

  /** Adds the second matrix to the first. */
  abstract void merge(M sum, M part);

  abstract double[] features(M matrix);

  void measure(Set<TextureApproach> approaches, FeatureList out) {
    int[] inPlane = grey.offsets(Directions.IN_PLANE);
    MeanFeatures slicesAndDirections = new MeanFeatures(names.length);
    MeanFeatures slices = new MeanFeatures(names.length);
    MeanFeatures directions = new MeanFeatures(names.length);
    M merged = create();
    M one = create();
    if (approaches.contains(TextureApproach.PLANAR)) {
      int[] starts = grey.sliceStarts();
      M slice = create();
      for (int s = 0; s + 1 < starts.length; s++) {
        clear(slice);
        for (int offset : inPlane) {
          clear(one);
          count(one, starts[s], starts[s + 1], offset);
          slicesAndDirections.add(features(one));
          merge(slice, one);
        }
        slices.add(features(slice));
      }
      report(TextureApproach.PLANAR, slicesAndDirections.means(), slices.means(), out);
    }
    int count = grey.levels().length;
    for (int offset : inPlane) {
      clear(one);
      count(one, 0, count, offset);
      directions.add(features(one));
      merge(merged, one);
    }
    if (approaches.contains(TextureApproach.STACKED)) {
      report(TextureApproach.STACKED, directions.means(), features(merged), out);
    }
    if (approaches.contains(TextureApproach.VOLUMETRIC)) {
      for (int offset : grey.offsets(Directions.TO_NEXT_SLICE)) {
        clear(one);
        count(one, 0, count, offset);
        directions.add(features(one));
        merge(merged, one);
      }
      report(TextureApproach.VOLUMETRIC, directions.means(), features(merged), out);
    }
  }

  private void report(
      TextureApproach approach, double[] averaged, double[] merged, FeatureList out) {
    out.addAll(
        prefix, names, averaged, "_" + approach.suffix() + "_avg", approach.label() + ", averaged");
    out.addAll(
        prefix, names, merged, "_" + approach.suffix() + "_comb", approach.label() + ", merged");
  }
}
