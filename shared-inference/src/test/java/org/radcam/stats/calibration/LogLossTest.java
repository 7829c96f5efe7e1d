package org.radcam.stats.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.stats.Predictions;

/** Against scikit-learn: EvaluationGoldenTest of the model zoo. */
class LogLossTest {
  private static final Predictions CASES =
      new Predictions(
          List.of("a", "b"),
          List.of("P", "Q"),
          new int[] {0, 1},
          new double[][] {{0.5, 0.5}, {0.75, 0.25}});

  @Test
  void isTheMeanOfMinusTheLogarithmOfWhatTheTrueClassWasGiven() {
    assertThat(LogLoss.of(CASES).value()).isCloseTo(1.5 * Math.log(2), within(1e-15));
    assertThat(LogLoss.of(CASES).value(new int[] {2, 1}))
        .isCloseTo(4.0 / 3 * Math.log(2), within(1e-15));
  }

  @Test
  void aWrongCertaintyCostsMuchButNotAll() {
    Predictions sure = CASES.with(new double[][] {{1, 0}, {1, 0}});

    assertThat(LogLoss.of(sure).value()).isCloseTo(52 * Math.log(2) / 2, within(1e-12));
  }
}
