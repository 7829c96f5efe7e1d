package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpatialCorrelationTest {
  @Property(tries = 30)
  void transformsGiveTheSumsOverPairs(@ForAll long seed) {
    Random random = new Random(seed);
    int[] box = {1 + random.nextInt(9), 1 + random.nextInt(7), 1 + random.nextInt(5)};
    double[] spacing = {0.7, 1, 3};
    int count = box[0] * box[1] * box[2];
    double[] values = random.doubles(count, -1, 1).toArray();
    PairSums.Points points =
        new PairSums.Points() {
          @Override
          public int count() {
            return values.length;
          }

          @Override
          public int place(int point, int axis) {
            int[] at = {point % box[0], point / box[0] % box[1], point / (box[0] * box[1])};
            return at[axis];
          }

          @Override
          public double value(int point) {
            return values[point];
          }
        };
    PairSums direct = PairSums.direct(points, box, spacing);
    PairSums spectral = PairSums.spectral(points, box, spacing);
    double scale = 1e-12 * Math.max(1, direct.weights());
    assertThat(spectral.weights()).isCloseTo(direct.weights(), within(scale));
    assertThat(spectral.products()).isCloseTo(direct.products(), within(scale));
    assertThat(spectral.squares()).isCloseTo(direct.squares(), within(scale));
  }

  @Test
  void partsOfALargeRegionGiveNearlyWhatTheWholeGives() {
    RoiGrid whole = Regions.of(22, 22, 12, (i, j, k) -> (i * 31 + j * 17 + k * 5) % 11 > 1);
    SpatialCorrelation exact = new SpatialCorrelation(whole);
    SpatialCorrelation parts = new SpatialCorrelation(whole, 1000);
    assertThat(parts.moran()).isCloseTo(exact.moran(), within(0.02));
    assertThat(parts.geary()).isCloseTo(exact.geary(), within(0.02)).isNotEqualTo(exact.geary());
  }

  @Test
  void oneVoxelAloneHasNoCorrelation() {
    SpatialCorrelation alone = new SpatialCorrelation(Regions.box(1, 1, 1, 1, 1, 1));
    assertThat(alone.moran()).isNaN();
    assertThat(alone.geary()).isNaN();
  }
}
