package org.radcam.stats.confusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.stats.StatsGolden.name;
import static org.radcam.stats.StatsGolden.number;
import static org.radcam.stats.StatsGolden.numbers;
import static org.radcam.stats.StatsGolden.rows;
import static org.radcam.stats.StatsGolden.same;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.Predictions;
import org.radcam.stats.StatsGolden;

class ConfusionMatrixTest {
  @Test
  void countsAreThoseOfScikitLearn() {
    for (JsonObject golden : StatsGolden.classes()) {
      ConfusionMatrix matrix = matrix(golden);

      double[][] expected = rows(golden.get("confusion"));
      for (int i = 0; i < expected.length; i++) {
        for (int j = 0; j < expected.length; j++) {
          assertThat(matrix.counts()[i][j]).isEqualTo((long) expected[i][j]);
        }
      }
      same(matrix.accuracy().value(), number(golden, "accuracy"), name(golden));
    }
  }

  @Test
  void figuresOfClassesAreThoseOfScikitLearnWhereTheyAreDefined() {
    for (JsonObject golden : StatsGolden.classes()) {
      ConfusionMatrix matrix = matrix(golden);
      double[][] expected = rows(golden.get("figures class"));
      double[] specificities = numbers(golden.get("specificities"));
      for (int k = 0; k < specificities.length; k++) {
        ClassCounts counts = matrix.ofClass(k);
        // scikit-learn's 0 for a class that is never predicted is not a share of anything.
        double precision = counts.precision().defined() ? counts.precision().value() : 0;
        same(precision, expected[0][k], name(golden));
        same(counts.sensitivity().value(), expected[1][k], name(golden));
        same(counts.f1(), expected[2][k], name(golden));
        same(counts.specificity().value(), specificities[k], name(golden));
      }
    }
  }

  @Test
  void averagesAreThoseOfScikitLearn() {
    for (JsonObject golden : StatsGolden.classes()) {
      ConfusionMatrix matrix = matrix(golden);
      for (Average average : Average.values()) {
        double[] expected =
            numbers(golden.get("figures " + average.name().toLowerCase(java.util.Locale.ROOT)));
        same(matrix.precision(average), expected[0], name(golden) + average);
        same(matrix.sensitivity(average), expected[1], name(golden) + average);
        same(matrix.f1(average), expected[2], name(golden) + average);
      }
    }
  }

  @Test
  void oneAnswerACaseHasMicroAveragesEqualToItsAccuracy() {
    ConfusionMatrix matrix =
        new ConfusionMatrix(
            List.of("a", "b", "c"), new long[][] {{44, 1, 0}, {1, 25, 1}, {0, 3, 18}});

    double accuracy = 87 / 93.0;
    same(matrix.accuracy().value(), accuracy, "accuracy");
    same(matrix.precision(Average.MICRO), accuracy, "precision");
    same(matrix.sensitivity(Average.MICRO), accuracy, "sensitivity");
    same(matrix.f1(Average.MICRO), accuracy, "F1");
  }

  @Test
  void aClassThatIsNeitherTrueNorPredictedHasNoFigures() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(List.of("a", "b", "c"), new int[] {0, 1, 1}, new int[] {0, 1, 0});

    ClassCounts none = matrix.ofClass(2);

    assertThat(none.f1()).isNaN();
    assertThat(none.sensitivity().defined()).isFalse();
    assertThat(none.specificity().value()).isEqualTo(1);
    same(matrix.sensitivity(Average.MACRO), (1 + 0.5 + 0) / 3, "macro");
  }

  @Test
  void rowsAreTheTruth() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(List.of("a", "b"), new int[] {0, 0, 0, 1}, new int[] {1, 1, 0, 1});

    assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{1, 2}, {0, 1}});
    assertThat(matrix.ofClass(1)).isEqualTo(new ClassCounts(1, 2, 0, 1));
  }

  @Test
  void aTableThatIsNotSquareIsRefused() {
    assertThatThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), new long[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theReportHasTheFiguresOfTheMatrixAndTheIntervalsThatWereAskedFor() {
    Predictions all = StatsGolden.predictions(StatsGolden.named(StatsGolden.classes(), "random"));
    ClusteredBootstrap bootstrap = new ClusteredBootstrap(all.patients(), 300, 5);

    ClassificationReport exact = report(all, ProportionMethod.CLOPPER_PEARSON, bootstrap);
    ClassificationReport drawn = report(all, ProportionMethod.CLUSTERED_BOOTSTRAP, bootstrap);

    assertThat(exact.accuracy()).isEqualTo(exact.matrix().accuracy().clopperPearson());
    assertThat(report(all, ProportionMethod.WILSON, bootstrap).accuracy())
        .isEqualTo(exact.matrix().accuracy().wilson());
    ClassCounts second = exact.matrix().ofClass(1);
    ClassFigures figures = exact.classes().get(1);
    assertThat(figures.support()).isEqualTo(20);
    assertThat(figures.sensitivity()).isEqualTo(second.sensitivity().clopperPearson());
    assertThat(figures.specificity()).isEqualTo(second.specificity().clopperPearson());
    assertThat(figures.precision()).isEqualTo(second.precision().clopperPearson());
    assertThat(figures.negativePredictiveValue())
        .isEqualTo(second.negativePredictiveValue().clopperPearson());
    assertThat(figures.accuracy()).isEqualTo(second.accuracy().clopperPearson());
    assertThat(figures.f1().estimate()).isEqualTo(second.f1());
    assertThat(drawn.classes().get(1).specificity().estimate())
        .isEqualTo(second.specificity().value());
    Interval macro = drawn.averages().get(Average.MACRO).f1();
    assertThat(macro.estimate()).isEqualTo(exact.matrix().f1(Average.MACRO));
    assertThat(macro.estimate()).isBetween(macro.low(), macro.high());
    // Of the resamples' accuracy: the same as the binomial one but for its steps.
    assertThat(drawn.accuracy().low())
        .isBetween(exact.accuracy().low() - 0.05, exact.accuracy().low() + 0.05);
  }

  /**
   * About a third of the resamples has no case of the second class; its recall there is unknown.
   */
  @Test
  void resamplesThatHaveLostAClassDoNotPullItsFiguresDown() {
    int[] labels = {0, 0, 0, 0, 0, 0, 0, 1};
    ClassificationReport report =
        ClassificationReport.of(
            List.of("a", "b"),
            labels,
            labels,
            ProportionMethod.WILSON,
            new ClusteredBootstrap(StatsGolden.patients(8), 300, 1));

    assertThat(report.averages().get(Average.MACRO).sensitivity()).isEqualTo(new Interval(1, 1, 1));
    assertThat(report.classes().get(1).f1()).isEqualTo(new Interval(1, 1, 1));
  }

  private static ClassificationReport report(
      Predictions all, ProportionMethod method, ClusteredBootstrap bootstrap) {
    return ClassificationReport.of(all.classes(), all.labels(), all.predicted(), method, bootstrap);
  }

  private static ConfusionMatrix matrix(JsonObject golden) {
    Predictions all = StatsGolden.predictions(golden);
    return ConfusionMatrix.of(all.classes(), all.labels(), all.predicted());
  }
}
