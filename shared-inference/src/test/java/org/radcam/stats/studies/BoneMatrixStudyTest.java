package org.radcam.stats.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.stats.Interval;
import org.radcam.stats.Proportion;
import org.radcam.stats.confusion.ClassCounts;

/**
 * Osteoid or chondroid matrix mineralisation of bone tumours, J South Med Univ 2024;44(12):2412,
 * external test set of 43 patients.
 */
class BoneMatrixStudyTest {
  private static final int PATIENTS = 43;

  @Test
  void scNetsAccuracyIs36Of43WithAnExactInterval() {
    Interval accuracy = new Proportion(36, PATIENTS).clopperPearson();

    assertThat(Published.percent(accuracy)).isEqualTo("83.7 % (69.3-93.2)");
  }

  @Test
  void sNetsAccuracyIs33Of43WithAnExactInterval() {
    Interval accuracy = new Proportion(33, PATIENTS).clopperPearson();

    assertThat(Published.percent(accuracy)).isEqualTo("76.7 % (61.4-88.2)");
  }

  /** The published intervals are not Wilson's. */
  @Test
  void wilsonsIntervalsAreOthers() {
    assertThat(Published.percent(new Proportion(36, PATIENTS).wilson()))
        .isEqualTo("83.7 % (70.0-91.9)");
  }

  /** Seven errors and F1 0.857 leave 21 true positives, ten and 0.828 leave 24. */
  @Test
  void accuracyAndF1TogetherImplyTheCounts() {
    assertThat(truePositives(36, "0.857")).containsExactly(21L);
    assertThat(truePositives(33, "0.828")).containsExactly(24L);
  }

  /** How the errors are shared between the classes does not matter to F1. */
  private static List<Long> truePositives(int right, String f1) {
    int wrong = PATIENTS - right;
    List<Long> fitting = new ArrayList<>();
    for (long hits = 0; hits <= right; hits++) {
      ClassCounts counts = new ClassCounts(hits, wrong / 2, wrong - wrong / 2, right - hits);
      if (Published.decimals(counts.f1(), 3).equals(f1)) {
        fitting.add(hits);
      }
    }
    return fitting;
  }

  /**
   * AUC 0.901 (0.803-1.00) and 0.818 (0.694-0.942): as far above the area as below. Of the first
   * that is 0.999, printed as 1.00, so that nothing tells whether the interval was cut at 1.
   */
  @Test
  void intervalsOfTheAreasAreSymmetricAsDeLongsAre() {
    assertThat(Published.decimals(0.901 + (0.901 - 0.803), 2)).isEqualTo("1.00");
    assertThat(Published.decimals(0.818 + (0.818 - 0.694), 3)).isEqualTo("0.942");
  }
}
