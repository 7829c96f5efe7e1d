package org.radcam.radiomics;

import java.util.stream.IntStream;
import org.radcam.radiomics.FeatureList.FeatureName;

/** Grey level run length features in all aggregations (IBSI section 3.7, TP0I). */
final class RunLengthFeatures extends DirectionalTexture<EmphasisMatrix> {
  private static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          sre       Short runs emphasis
          lre       Long runs emphasis
          lgre      Low grey level run emphasis
          hgre      High grey level run emphasis
          srlge     Short run low grey level emphasis
          srhge     Short run high grey level emphasis
          lrlge     Long run low grey level emphasis
          lrhge     Long run high grey level emphasis
          glnu      Grey level non-uniformity of the runs
          glnu_norm Normalised grey level non-uniformity of the runs
          rlnu      Run length non-uniformity
          rlnu_norm Normalised run length non-uniformity
          r_perc    Run percentage
          gl_var    Grey level variance of the runs
          rl_var    Run length variance
          rl_entr   Run entropy\
          """);

  private final GreyLevels grey;
  private final int[] lengths;

  RunLengthFeatures(GreyLevels grey) {
    super(grey, "rlm_", NAMES);
    this.grey = grey;
    RoiGrid roi = grey.roi();
    int longest = Math.max(roi.columns(), Math.max(roi.rows(), roi.slices())) - 2;
    this.lengths = IntStream.rangeClosed(1, longest).toArray();
  }

  @Override
  EmphasisMatrix create() {
    return new EmphasisMatrix(grey.present(), lengths);
  }

  @Override
  void clear(EmphasisMatrix matrix) {
    matrix.clear();
  }

  @Override
  void count(EmphasisMatrix matrix, int from, int to, int offset) {
    int[] ranks = grey.ranks();
    int[] voxels = grey.roi().voxels();
    for (int n = from; n < to; n++) {
      int at = voxels[n];
      int rank = ranks[at];
      if (ranks[at - offset] == rank) {
        continue;
      }
      int length = 1;
      while (ranks[at + length * offset] == rank) {
        length++;
      }
      matrix.count(rank - 1, length - 1);
    }
    matrix.addVoxels(to - from);
  }

  @Override
  void merge(EmphasisMatrix sum, EmphasisMatrix part) {
    sum.add(part);
  }

  @Override
  double[] features(EmphasisMatrix matrix) {
    return matrix.features();
  }
}
