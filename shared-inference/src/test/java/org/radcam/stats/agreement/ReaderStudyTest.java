package org.radcam.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.StatsGolden;
import org.radcam.stats.confusion.Average;
import org.radcam.stats.confusion.ConfusionMatrix;

class ReaderStudyTest {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  @Test
  void everyReaderAndTheMeanAreCompared() {
    int[] labels = {0, 0, 1, 1, 2, 2};
    PairedReadings junior =
        new PairedReadings("junior", new int[] {0, 1, 1, 2, 0, 2}, new int[] {0, 0, 1, 1, 0, 2});
    PairedReadings senior =
        new PairedReadings("senior", new int[] {0, 0, 1, 1, 2, 0}, new int[] {0, 0, 1, 1, 2, 2});

    ReaderStudy study =
        study(labels, List.of(junior, senior), ReaderStudyTest::accuracy, StatsGolden.patients(6));

    ReaderFigures first = study.readers().get(0);
    assertThat(first.first().estimate()).isEqualTo(3 / 6.0);
    assertThat(first.second().estimate()).isEqualTo(5 / 6.0);
    assertThat(first.difference().estimate()).isCloseTo(2 / 6.0, within(1e-15));
    assertThat(first.mcNemar()).isEqualTo(new McNemar(0, 2));
    assertThat(study.readers().get(1).mcNemar()).isEqualTo(new McNemar(0, 1));
    assertThat(study.first().estimate()).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(study.difference().estimate()).isCloseTo(1.5 / 6, within(1e-15));
  }

  @Test
  void theSameReadingsTwiceDoNotDiffer() {
    int[] labels = {0, 1, 2, 0};
    PairedReadings same = new PairedReadings("one", new int[] {0, 1, 1, 2}, new int[] {0, 1, 1, 2});

    ReaderStudy study =
        study(labels, List.of(same), ReaderStudyTest::accuracy, StatsGolden.patients(4));

    assertThat(study.difference()).isEqualTo(new Interval(0, 0, 0));
    assertThat(study.readers().get(0).mcNemar().exactP()).isEqualTo(1);
  }

  /**
   * The standard error of the mean difference of one case's readers: that of the cases' mean
   * differences, for cases are what is drawn.
   */
  @Test
  void theIntervalIsThatOfTheCasesMeanDifferences() {
    SplittableRandom random = new SplittableRandom(4);
    int count = 300;
    int[] labels = new int[count];
    List<PairedReadings> readings = new ArrayList<>();
    double[] meanDifference = new double[count];
    for (int r = 0; r < 3; r++) {
      int[] first = new int[count];
      int[] second = new int[count];
      for (int n = 0; n < count; n++) {
        // Hard cases are hard for all readers.
        boolean hard = n % 3 == 0;
        first[n] = random.nextDouble() < (hard ? 0.4 : 0.9) ? 0 : 1;
        second[n] = random.nextDouble() < (hard ? 0.7 : 0.95) ? 0 : 1;
        meanDifference[n] += ((second[n] == 0 ? 1 : 0) - (first[n] == 0 ? 1 : 0)) / 3.0;
      }
      readings.add(new PairedReadings("reader" + r, first, second));
    }
    double mean = 0;
    double squares = 0;
    for (double d : meanDifference) {
      mean += d / count;
    }
    for (double d : meanDifference) {
      squares += (d - mean) * (d - mean);
    }
    double error = Math.sqrt(squares / count) / Math.sqrt(count);

    Interval drawn =
        study(labels, readings, ReaderStudyTest::accuracy, StatsGolden.patients(count))
            .difference();

    assertThat(drawn.estimate()).isCloseTo(mean, within(1e-12));
    assertThat(drawn.high() - drawn.low()).isCloseTo(2 * 1.96 * error, within(0.1 * 4 * error));
  }

  @Test
  void otherFiguresThanAccuracyCanBeCompared() {
    int[] labels = {0, 0, 1, 2};
    PairedReadings own = new PairedReadings("one", new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 2});

    ReaderStudy study =
        study(labels, List.of(own), m -> m.f1(Average.MACRO), StatsGolden.patients(4));

    assertThat(study.first().estimate()).isCloseTo(2 * 2 / 6.0 / 3, within(1e-12));
    assertThat(study.second().estimate()).isEqualTo(1);
  }

  @Test
  void readersWhoHaveNotReadAllCasesAreRefusedByName() {
    PairedReadings short1 = new PairedReadings("junior", new int[] {0}, new int[] {0});

    assertThatThrownBy(
            () ->
                study(
                    new int[] {0, 1},
                    List.of(short1),
                    ReaderStudyTest::accuracy,
                    StatsGolden.patients(2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("junior has 1 of 2");
    assertThatThrownBy(
            () -> study(new int[] {0}, List.of(), ReaderStudyTest::accuracy, List.of("p")))
        .isInstanceOf(UserException.class);
  }

  private static double accuracy(ConfusionMatrix matrix) {
    return matrix.accuracy().value();
  }

  private static ReaderStudy study(
      int[] labels,
      List<PairedReadings> readings,
      ToDoubleFunction<ConfusionMatrix> figure,
      List<String> patients) {
    return ReaderStudy.of(
        CLASSES, labels, readings, figure, new ClusteredBootstrap(patients, 2000, 7));
  }
}
