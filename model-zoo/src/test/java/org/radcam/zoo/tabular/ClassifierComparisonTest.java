package org.radcam.zoo.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class ClassifierComparisonTest {
  private static final List<TabularTrainer> QUICK =
      List.of(new LogisticTrainer(), new NaiveBayesTrainer(), new NeighboursTrainer());

  @Test
  void featuresThatTellTheClassesApartAreFoundAndTheModelUsesThemAlone() {
    ComparisonReport report = ClassifierComparison.run(table(150, 1), patients(150), quick(3));

    // The features are independent and normally distributed, just as naive Bayes takes them.
    assertThat(report.best().key()).isEqualTo("naive-bayes");
    assertThat(report.scores().get(0).auc().estimate()).isGreaterThan(0.8);
    assertThat(report.atOneStandardError())
        .extracting(SelectedFeature::name)
        .startsWith("f3")
        .contains("f8");
    assertThat(report.model().features()).contains("f3", "f8");
    assertThat(report.atMinimum().size())
        .isGreaterThanOrEqualTo(report.atOneStandardError().size());
    assertThat(report.table()).contains("| Naive Bayes (chosen) | 0.");
  }

  /** Selection outside the folds would find 0.9 and more here. */
  @Test
  void noiseIsNotTakenForSignalThoughThereAreMoreFeaturesThanCases() {
    ComparisonReport report = ClassifierComparison.run(table(60, 0), patients(60), quick(1));

    for (ClassifierScore score : report.scores()) {
      assertThat(score.auc().estimate()).isBetween(0.25, 0.75);
      assertThat(score.auc().low()).isLessThan(score.auc().high());
    }
  }

  @Test
  void aPatientIsInOneFoldOnly() {
    List<String> pairs = IntStream.range(0, 80).mapToObj(n -> "p" + n / 2).toList();

    ComparisonReport report = ClassifierComparison.run(table(80, 1), pairs, quick(2));

    for (int n = 0; n < 80; n += 2) {
      assertThat(report.foldOf()[n]).isEqualTo(report.foldOf()[n + 1]);
    }
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    TabularData data = table(80, 1);

    ComparisonReport one = ClassifierComparison.run(data, patients(80), quick(4));
    ComparisonReport two = ClassifierComparison.run(data, patients(80), quick(4));

    assertThat(two.table()).isEqualTo(one.table());
    assertThat(two.model().probabilities(chosen(data, two)))
        .containsExactly(one.model().probabilities(chosen(data, one)));
  }

  @Test
  void equallyGoodClassifiersAreRankedBySimplicity() {
    TabularTrainer simple = new NaiveBayesTrainer();
    TabularTrainer alike = new NaiveBayesTrainer();
    ComparisonSettings settings =
        new ComparisonSettings(List.of(simple, alike), Selection.LAMBDA_MIN, 3, 3, 10, 1);

    ComparisonReport report = ClassifierComparison.run(table(80, 1), patients(80), settings);

    assertThat(report.best()).isSameAs(simple);
  }

  @Test
  void tooFewPatientsForTheFoldsAreRefused() {
    TabularData data = table(40, 1);
    Arrays.fill(data.labels(), 0);
    data.labels()[0] = 1;

    assertThatThrownBy(() -> ClassifierComparison.run(data, patients(40), quick(1)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The class '2' has 1 patient");
  }

  @Test
  void aRareClassGetsFewerInnerFolds() {
    TabularData data = table(60, 2);
    Arrays.fill(data.labels(), 0);
    Arrays.fill(data.labels(), 0, 8, 1);
    ComparisonSettings settings =
        new ComparisonSettings(QUICK.subList(0, 1), Selection.LAMBDA_MIN, 4, 10, 10, 1);

    ComparisonReport report = ClassifierComparison.run(data, patients(60), settings);

    assertThat(report.scores()).hasSize(1);
  }

  private static double[] chosen(TabularData data, ComparisonReport report) {
    return report.model().features().stream()
        .mapToDouble(name -> data.rows()[0][data.features().indexOf(name)])
        .toArray();
  }

  private static ComparisonSettings quick(long seed) {
    return new ComparisonSettings(QUICK, Selection.LAMBDA_MIN, 5, 5, 200, seed);
  }

  private static List<String> patients(int cases) {
    return IntStream.range(0, cases).mapToObj(n -> "p" + n).toList();
  }

  private static TabularData table(int cases, double signal) {
    SplittableRandom random = new SplittableRandom(12);
    double[][] rows = new double[cases][80];
    int[] labels = new int[cases];
    for (int n = 0; n < cases; n++) {
      labels[n] = n % 2;
      for (int j = 0; j < rows[n].length; j++) {
        rows[n][j] = 1000 + 50 * random.nextGaussian();
      }
      rows[n][3] += 75 * signal * labels[n];
      rows[n][8] -= 50 * signal * labels[n];
    }
    return new TabularData(IntStream.range(0, 80).mapToObj(j -> "f" + j).toList(), rows, labels, 2);
  }
}
