package org.radcam.radiomics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.radcam.radiomics.FeatureList.FeatureName;

/**
 * Neighbouring grey level dependence features in all aggregations, at distance 1 and with
 * coarseness 0: a voxel's dependence is 1 more than the number of its neighbours of the same level
 * (IBSI section 3.11, REK0; Sun and Wee, Comput Vis Graph Image Process 1983;23:341).
 */
final class DependenceFeatures extends SliceTexture {
  private static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          lde       Low dependence emphasis
          hde       High dependence emphasis
          lgce      Low grey level count emphasis
          hgce      High grey level count emphasis
          ldlge     Low dependence low grey level emphasis
          ldhge     Low dependence high grey level emphasis
          hdlge     High dependence low grey level emphasis
          hdhge     High dependence high grey level emphasis
          glnu      Grey level non-uniformity of the dependence
          glnu_norm Normalised grey level non-uniformity of the dependence
          dcnu      Dependence count non-uniformity
          dcnu_norm Normalised dependence count non-uniformity
          dc_perc   Dependence count percentage
          gl_var    Grey level variance of the dependence
          dc_var    Dependence count variance
          dc_entr   Dependence count entropy
          dc_energy Dependence count energy\
          """);

  private static final int[] DEPENDENCES = IntStream.rangeClosed(1, 27).toArray();

  private final int[] dependences;

  DependenceFeatures(GreyLevels grey) {
    super(grey, "ngl_", NAMES);
    this.dependences = new int[grey.levels().length];
  }

  @Override
  void scan(boolean volumetric) {
    int[] offsets = grey.offsets(volumetric ? Directions.NEIGHBOURS_3D : Directions.NEIGHBOURS_2D);
    int[] ranks = grey.ranks();
    int[] voxels = grey.roi().voxels();
    for (int n = 0; n < voxels.length; n++) {
      int rank = ranks[voxels[n]];
      int same = 1;
      for (int offset : offsets) {
        if (ranks[voxels[n] + offset] == rank) {
          same++;
        }
      }
      dependences[n] = same;
    }
  }

  @Override
  double[] features(int from, int to) {
    EmphasisMatrix matrix = new EmphasisMatrix(grey.present(), DEPENDENCES);
    for (int n = from; n < to; n++) {
      matrix.count(grey.ranks()[grey.roi().voxels()[n]] - 1, dependences[n] - 1);
    }
    matrix.addVoxels(to - from);
    double[] features = Arrays.copyOf(matrix.features(), NAMES.length);
    features[NAMES.length - 1] = matrix.energy();
    return features;
  }
}
