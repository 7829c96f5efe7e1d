package org.radcam.zoo.evaluate.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {
  @ParameterizedTest
  @CsvSource({
    "-0.136, 0.57, 0.1",
    "-0.25, 1.05, 0.2",
    "-0.0125, 0.0525, 0.01",
    "-0.005, 0.021, 0.005",
    "0, 0.7, 0.1"
  })
  void anAxisHasAFewTicksAtRoundNumbers(double low, double high, double tick) {
    NumberAxis axis = Style.axis("net benefit");

    Style.range(axis, low, high);

    assertThat(axis.getTickUnit().getSize()).isCloseTo(tick, within(1e-12));
    assertThat((high - low) / tick).isLessThan(8.01);
    assertThat(axis.getLowerBound()).isEqualTo(low);
  }

  @Test
  void numbersOfAxesAreWrittenAlikeInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Style.share("recall").getTickUnit().valueToString(0.2)).isEqualTo("0.2");
    } finally {
      Locale.setDefault(before);
    }
  }
}
