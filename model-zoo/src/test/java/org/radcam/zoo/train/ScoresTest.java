package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
  /**
   * Of classifiers that answer with few different probabilities, such as nearest neighbours, many
   * cases tie; the sums of the other classes' probabilities differ in their last digits.
   */
  @Test
  void casesOfEqualProbabilityTieWhateverTheOtherClassesHave() {
    double[][] logarithms = {
      logs(0.2, 0.1, 0.7), logs(0.2, 0.3, 0.5), logs(0.2, 0.4, 0.4), logs(0.2, 0.6, 0.2)
    };
    double[][] firstClassOnly =
        Arrays.stream(logarithms).map(own -> new double[] {0, own[0]}).toArray(double[][]::new);

    assertThat(Scores.aucOfLogarithms(firstClassOnly, new int[] {0, 1, 0, 1})).isEqualTo(0.5);
    Prediction one = new Prediction(null, "any", logarithms[0], true);
    for (double[] other : logarithms) {
      assertThat(new Prediction(null, "any", other, true).score(0)).isEqualTo(one.score(0));
    }
  }

  private static double[] logs(double... probabilities) {
    return DoubleStream.of(probabilities).map(Math::log).toArray();
  }
}
