package org.radcam.stats.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.stats.Proportion;

/**
 * Three malignant sinonasal tumours on MRI, BMC Med Imaging 2025;25:56, external test set of 93
 * patients.
 */
class SinonasalStudyTest {
  private static final int PATIENTS = 93;

  /** If they read the external set, which the abstract does not say; both shares fit its size. */
  @Test
  void withTheModelTheSeniorReaderIsRight89TimesAndTheJunior86() {
    assertThat(counts("0.957")).containsExactly(89);
    assertThat(counts("0.925")).containsExactly(86);
    assertThat(Published.percent(new Proportion(89, PATIENTS).clopperPearson()))
        .isEqualTo("95.7 % (89.4-98.8)");
    assertThat(Published.percent(new Proportion(86, PATIENTS).clopperPearson()))
        .isEqualTo("92.5 % (85.1-96.9)");
  }

  /**
   * No number of right answers among 93, nor among the 47 of the validation set, is 0.810 or 0.814
   * of them: what the study calls the networks' accuracy is not the share of right answers on
   * these.
   */
  @Test
  void theNetworksAccuraciesAreNoSharesOfRightAnswers() {
    for (String accuracy : List.of("0.810", "0.814")) {
      assertThat(counts(accuracy)).isEmpty();
      for (int right = 0; right <= 47; right++) {
        assertThat(Published.decimals(new Proportion(right, 47).value(), 3)).isNotEqualTo(accuracy);
      }
    }
  }

  private static List<Integer> counts(String accuracy) {
    List<Integer> fitting = new ArrayList<>();
    for (int right = 0; right <= PATIENTS; right++) {
      if (Published.decimals(new Proportion(right, PATIENTS).value(), 3).equals(accuracy)) {
        fitting.add(right);
      }
    }
    return fitting;
  }
}
