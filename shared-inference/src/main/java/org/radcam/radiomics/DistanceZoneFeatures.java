package org.radcam.radiomics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.radcam.radiomics.FeatureList.FeatureName;

/** Grey level distance zone features in all aggregations (IBSI section 3.9, VMDZ). */
final class DistanceZoneFeatures extends SliceTexture {
  private static final FeatureName[] NAMES =
      FeatureName.lines(
          """
          sde       Small distance emphasis
          lde       Large distance emphasis
          lgze      Low grey level zone emphasis by distance
          hgze      High grey level zone emphasis by distance
          sdlge     Small distance low grey level emphasis
          sdhge     Small distance high grey level emphasis
          ldlge     Large distance low grey level emphasis
          ldhge     Large distance high grey level emphasis
          glnu      Grey level non-uniformity of the zones by distance
          glnu_norm Normalised grey level non-uniformity of the zones by distance
          zdnu      Zone distance non-uniformity
          zdnu_norm Normalised zone distance non-uniformity
          z_perc    Zone percentage by distance
          gl_var    Grey level variance of the zones by distance
          zd_var    Zone distance variance
          zd_entr   Zone distance entropy\
          """);

  private int[] sizes;
  private int[] distances;
  private int[] columns;

  DistanceZoneFeatures(GreyLevels grey) {
    super(grey, "dzm_", NAMES);
  }

  @Override
  void scan(boolean volumetric) {
    int[] distance = BorderDistance.of(grey.roi(), volumetric);
    Zones zones = new Zones(grey, volumetric, distance);
    sizes = zones.sizes();
    distances = zones.distances();
    columns = IntStream.rangeClosed(1, Arrays.stream(distance).max().orElse(1)).toArray();
  }

  @Override
  double[] features(int from, int to) {
    EmphasisMatrix matrix = new EmphasisMatrix(grey.present(), columns);
    for (int n = from; n < to; n++) {
      if (sizes[n] > 0) {
        matrix.count(grey.ranks()[grey.roi().voxels()[n]] - 1, distances[n] - 1);
      }
    }
    matrix.addVoxels(to - from);
    return matrix.features();
  }
}
