package org.radcam.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Golden values: scikit-learn 1.9.1, {@code roc_auc_score(truth, scores)}, for the weighted case
 * with the cases repeated ({@code numpy.repeat}).
 */
class AucTest {
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.2, 0.65, 0.35};
  private static final boolean[] TRUTH = truth(0, 0, 1, 1, 1, 0, 1, 0, 0, 1);

  @Test
  void agreesWithScikitLearnOnScoresWithTies() {
    assertThat(Auc.of(SCORES, TRUTH)).isCloseTo(0.68, within(1e-15));
  }

  @Test
  void agreesWithScikitLearnOnFortyScores() {
    double[] scores = IntStream.range(0, 40).mapToDouble(i -> i * 37 % 40 / 40.0).toArray();
    boolean[] truth = new boolean[40];
    for (int i = 0; i < 40; i++) {
      truth[i] = i * 37 % 40 + i * 13 % 17 > 27;
    }

    assertThat(Auc.of(scores, truth)).isCloseTo(0.9548872180451128, within(1e-15));
  }

  @Test
  void countsACaseAsOftenAsTold() {
    int[] times = {1, 2, 0, 3, 1, 1, 2, 0, 1, 2};

    assertThat(new Auc(SCORES, TRUTH).value(times)).isCloseTo(0.7375, within(1e-15));
  }

  @Test
  void isOneHalfWhereAllScoresTieAndNaNWhereAClassIsMissing() {
    assertThat(Auc.of(new double[] {3, 3, 3}, truth(0, 1, 1))).isEqualTo(0.5);
    assertThat(Auc.of(new double[] {-0.0, 0.0}, truth(0, 1))).isEqualTo(0.5);
    assertThat(Auc.of(new double[] {1, 2}, truth(1, 1))).isNaN();
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    assertThatThrownBy(() -> Auc.of(new double[] {1, Double.NaN}, truth(0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Property
  void equalsTheShareOfPairsInTheRightOrder(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 6) Integer> grades,
      @ForAll long pattern) {
    double[] scores = grades.stream().mapToDouble(Integer::doubleValue).toArray();
    boolean[] truth = new boolean[scores.length];
    for (int n = 0; n < truth.length; n++) {
      truth[n] = (pattern >> n & 1) == 1;
    }
    double wins = 0;
    int pairs = 0;
    for (int p = 0; p < scores.length; p++) {
      for (int q = 0; q < scores.length; q++) {
        if (truth[p] && !truth[q]) {
          pairs++;
          wins += scores[p] > scores[q] ? 1 : scores[p] == scores[q] ? 0.5 : 0;
        }
      }
    }

    if (pairs == 0) {
      assertThat(Auc.of(scores, truth)).isNaN();
    } else {
      assertThat(Auc.of(scores, truth)).isCloseTo(wins / pairs, within(1e-12));
    }
  }

  static boolean[] truth(int... ones) {
    boolean[] truth = new boolean[ones.length];
    for (int n = 0; n < ones.length; n++) {
      truth[n] = ones[n] == 1;
    }
    return truth;
  }
}
