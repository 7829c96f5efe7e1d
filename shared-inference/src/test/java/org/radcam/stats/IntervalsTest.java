package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  /** Golden values: equations 5 and 6 of DeLong et al. written out with NumPy, pair by pair. */
  @Test
  void deLongAgreesWithItsDefinition() {
    double[] scores = new double[40];
    boolean[] truth = new boolean[40];
    for (int i = 0; i < 40; i++) {
      scores[i] = i * 37 % 40 / 40.0;
      truth[i] = i * 37 % 40 + i * 13 % 17 > 27;
    }

    Interval interval = DeLong.interval(scores, truth);

    assertThat(interval.estimate()).isCloseTo(0.9548872180451128, within(1e-14));
    assertThat(interval.low()).isCloseTo(0.8975596195560446, within(1e-12));
    assertThat(interval.high()).isEqualTo(1);
  }

  @Test
  void deLongCountsTiesHalf() {
    double[] scores = {0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.2, 0.65, 0.35};
    boolean[] truth = AucTest.truth(0, 0, 1, 1, 1, 0, 1, 0, 0, 1);

    assertThat(DeLong.interval(scores, truth).low()).isCloseTo(0.3091574110476931, within(1e-12));
  }

  @Test
  void aBootstrapOfTheMeanIsAsWideAsTheoryWantsIt() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> names = new ArrayList<>();
    double[] values = new double[400];
    for (int n = 0; n < 400; n++) {
      names.add("p" + n);
      values[n] = random.nextDouble();
    }

    Interval interval = new ClusteredBootstrap(names, 4000, 1).interval(t -> mean(values, t));

    // Standard error of the mean of 400 uniform values: sqrt(1 / 12 / 400) = 0.01443.
    assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 0.01443, within(0.004));
    assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
  }

  @Test
  void tenCopiesOfEveryCaseDoNotNarrowTheIntervalOfTheirPatients() {
    SplittableRandom random = new SplittableRandom(6);
    List<String> once = new ArrayList<>();
    List<String> tenfold = new ArrayList<>();
    double[] values = new double[50];
    double[] copies = new double[500];
    for (int n = 0; n < 50; n++) {
      values[n] = random.nextDouble();
      once.add("p" + n);
      for (int copy = 0; copy < 10; copy++) {
        tenfold.add("p" + n);
        copies[10 * n + copy] = values[n];
      }
    }

    Interval single = new ClusteredBootstrap(once, 500, 2).interval(t -> mean(values, t));
    Interval clustered = new ClusteredBootstrap(tenfold, 500, 2).interval(t -> mean(copies, t));

    assertThat(clustered.low()).isCloseTo(single.low(), within(1e-12));
    assertThat(clustered.high()).isCloseTo(single.high(), within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndUndefinedResamplesAreLeftOut() {
    List<String> patients = List.of("a", "b", "c");
    Auc auc = new Auc(new double[] {1, 2, 3}, AucTest.truth(0, 0, 1));

    Interval first = new ClusteredBootstrap(patients, 200, 9).interval(auc::value);

    assertThat(new ClusteredBootstrap(patients, 200, 9).interval(auc::value)).isEqualTo(first);
    assertThat(first.low()).isEqualTo(1);
  }

  @Test
  void whereEveryCaseIsAPatientTheBootstrapOfAnAreaIsAsWideAsDeLongs() {
    BinaryCases cases = StatsGolden.cases(StatsGolden.named(StatsGolden.binary(), "random"), "a");
    Auc auc = new Auc(cases);

    Interval drawn =
        new ClusteredBootstrap(StatsGolden.patients(cases.size()), 4000, 3).interval(auc::value);

    Interval deLong = DeLong.interval(cases);
    assertThat(drawn.low()).isCloseTo(deLong.low(), within(0.02));
    assertThat(drawn.high()).isCloseTo(deLong.high(), within(0.02));
  }

  @Test
  void severalStatisticsOfTheSameResamplesHaveTheIntervalsThatTheyHaveAlone() {
    double[] values = {1, 4, 2, 8, 5, 7};
    ClusteredBootstrap bootstrap =
        new ClusteredBootstrap(List.of("a", "a", "b", "c", "d", "d"), 300, 4);

    List<Interval> both =
        bootstrap.intervals(t -> new double[] {mean(values, t), -mean(values, t)});

    assertThat(both.get(0)).isEqualTo(bootstrap.interval(t -> mean(values, t)));
    assertThat(both.get(1)).isEqualTo(bootstrap.interval(t -> -mean(values, t)));
    assertThat(bootstrap.clusters()).isEqualTo(4);
  }

  private static double mean(double[] values, int[] times) {
    double sum = 0;
    long count = 0;
    for (int n = 0; n < values.length; n++) {
      sum += values[n] * times[n];
      count += times[n];
    }
    return sum / count;
  }
}
