package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class PredictionsTest {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  @Test
  void ofEqualProbabilitiesTheFirstClassIsPredicted() {
    Predictions predictions =
        of(new int[] {2, 0}, new double[][] {{0.4, 0.4, 0.2}, {0.2, 0.4, 0.4}});

    assertThat(predictions.predicted()).containsExactly(0, 1);
    assertThat(predictions.support()).containsExactly(1, 0, 1);
  }

  @Test
  void probabilitiesMayHaveBeenRounded() {
    assertThat(of(new int[] {0}, new double[][] {{0.33, 0.33, 0.33}}).size()).isEqualTo(1);
    double[] sevenths = {0.14, 0.14, 0.14, 0.14, 0.14, 0.14, 0.14};
    List<String> classes = StatsGolden.names(7);
    Predictions seven =
        new Predictions(classes, List.of("p"), new int[] {0}, new double[][] {sevenths});
    assertThat(seven.size()).isEqualTo(1);
    refused(new double[] {0.49, 0.49, 0}, "Case 2: the probabilities sum to 0.98, not to 1");
  }

  @Test
  void whatIsNoProbabilityIsRefusedWithItsCase() {
    refused(new double[] {0.5, 0.4, 0.2}, "Case 2: the probabilities sum to 1.1, not to 1");
    refused(new double[] {1.1, -0.1, 0}, "Case 2: 1.1 is no probability from 0 to 1");
    refused(new double[] {Double.NaN, 0.5, 0.5}, "Case 2: NaN is no probability from 0 to 1");
  }

  @Test
  void whatTheCallerDoesToItsArraysAfterwardsDoesNotMatter() {
    double[][] probabilities = {{0.5, 0.3, 0.2}};
    Predictions predictions = of(new int[] {0}, probabilities);

    probabilities[0][0] = 7;

    assertThat(predictions.probabilities()[0][0]).isEqualTo(0.5);
  }

  private static void refused(double[] row, String message) {
    double[][] probabilities = {{0.2, 0.3, 0.5}, row};
    assertThatThrownBy(() -> of(new int[] {0, 1}, probabilities))
        .isInstanceOf(UserException.class)
        .hasMessage(message);
  }

  private static Predictions of(int[] labels, double[][] probabilities) {
    return new Predictions(CLASSES, StatsGolden.patients(labels.length), labels, probabilities);
  }
}
