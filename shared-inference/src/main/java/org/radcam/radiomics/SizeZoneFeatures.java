package org.radcam.radiomics;

import java.util.Arrays;
import org.radcam.radiomics.FeatureList.FeatureName;

/** Grey level size zone features in all aggregations (IBSI section 3.8, 9SAK). */
final class SizeZoneFeatures extends SliceTexture {
  private static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          sze       Small zone emphasis
          lze       Large zone emphasis
          lgze      Low grey level zone emphasis by size
          hgze      High grey level zone emphasis by size
          szlge     Small zone low grey level emphasis
          szhge     Small zone high grey level emphasis
          lzlge     Large zone low grey level emphasis
          lzhge     Large zone high grey level emphasis
          glnu      Grey level non-uniformity of the zones by size
          glnu_norm Normalised grey level non-uniformity of the zones by size
          zsnu      Zone size non-uniformity
          zsnu_norm Normalised zone size non-uniformity
          z_perc    Zone percentage by size
          gl_var    Grey level variance of the zones by size
          zs_var    Zone size variance
          zs_entr   Zone size entropy\
          """);

  private int[] sizes;

  SizeZoneFeatures(GreyLevels grey) {
    super(grey, "szm_", NAMES);
  }

  @Override
  void scan(boolean volumetric) {
    sizes = new Zones(grey, volumetric, null).sizes();
  }

  @Override
  double[] features(int from, int to) {
    // Zones may be as large as the region, but their different sizes are few.
    int[] different =
        Arrays.stream(sizes, from, to).filter(size -> size > 0).distinct().sorted().toArray();
    EmphasisMatrix matrix = new EmphasisMatrix(grey.present(), different);
    for (int n = from; n < to; n++) {
      if (sizes[n] > 0) {
        int rank = grey.ranks()[grey.roi().voxels()[n]];
        matrix.count(rank - 1, Arrays.binarySearch(different, sizes[n]));
      }
    }
    matrix.addVoxels(to - from);
    return matrix.features();
  }
}
