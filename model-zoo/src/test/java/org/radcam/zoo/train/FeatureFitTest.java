package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcam.zoo.tabular.LassoCrossValidation;
import org.radcam.zoo.tabular.LassoPath;
import org.radcam.zoo.tabular.TabularData;

class FeatureFitTest {
  private static final List<String> NAMES = List.of("of-the-held-out", "of-the-others");

  /** The second half is held out: only there the first feature tells the classes apart. */
  private static FeatureTable table(int from, int to) {
    SplittableRandom random = new SplittableRandom(8);
    double[][] rows = new double[40][2];
    for (int n = 0; n < 40; n++) {
      rows[n][0] = random.nextDouble() + (n < 20 ? 0 : 5 * (n % 2));
      rows[n][1] = random.nextDouble() + (n < 20 ? n % 2 : 0);
    }
    List<TrainingCase> cases =
        IntStream.range(from, to)
            .mapToObj(
                n ->
                    new TrainingCase(
                        "c" + n,
                        "p" + n,
                        new CaseFiles(Map.of(), Optional.empty(), Optional.empty()),
                        Map.of(),
                        n % 2,
                        "",
                        Split.TRAIN))
            .toList();
    return new FeatureTable(NAMES, cases, Arrays.copyOfRange(rows, from, to));
  }

  @Test
  void whereThePenaltyKeepsNothingTheFirstFeatureIsThatOfTheCasesToLearnFromAlone() {
    FeatureTable all = table(0, 40);
    TabularData data =
        new TabularData(NAMES, all.rows(), IntStream.range(0, 40).map(n -> n % 2).toArray(), 2);
    LassoPath path = LassoPath.of(data, new double[] {10});
    LassoCrossValidation lasso =
        new LassoCrossValidation(path, new double[] {1}, new double[] {0}, 0, 0);
    FeatureFit whole = new FeatureFit(all, NAMES, Optional.of(lasso), NAMES.subList(0, 1), true);

    FeatureFit inner =
        FeatureFit.like(whole, table(0, 20), new FeatureRecipe.Selection(true, 3, false), 2);

    assertThat(inner.selected()).containsExactly("of-the-others");
    assertThat(inner.fallback()).isTrue();
  }
}
