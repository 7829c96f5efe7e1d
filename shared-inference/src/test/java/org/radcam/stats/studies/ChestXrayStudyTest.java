package org.radcam.stats.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.stats.OneVsRestAuc;
import org.radcam.stats.Predictions;
import org.radcam.stats.StatsGolden;
import org.radcam.stats.confusion.Average;
import org.radcam.stats.confusion.ClassCounts;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * Any finding or none on a chest X-ray, Radiologic Practice 2019(9):952, test set of 1018 images
 * with and 995 without a finding.
 */
class ChestXrayStudyTest {
  private static final List<String> CLASSES = List.of("finding", "no finding");
  private static final int FINDING = 1018;
  private static final int NO_FINDING = 995;

  @Test
  void theImpliedTableHasThePublishedFigures() {
    ConfusionMatrix matrix = matrix(914, 876);

    assertThat(figures(matrix.ofClass(0))).containsExactly("0.885", "0.898", "0.891");
    assertThat(figures(matrix.ofClass(1))).containsExactly("0.894", "0.880", "0.887");
    assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{914, 104}, {119, 876}});
  }

  /** Six figures of three digits leave one table of about a million. */
  @Test
  void noOtherTableHasThem() {
    List<String> fitting = new ArrayList<>();
    for (int hits = 0; hits <= FINDING; hits++) {
      if (!Published.decimals((double) hits / FINDING, 3).equals("0.898")) {
        continue;
      }
      for (int left = 0; left <= NO_FINDING; left++) {
        ConfusionMatrix matrix = matrix(hits, left);
        if (figures(matrix.ofClass(0)).equals(List.of("0.885", "0.898", "0.891"))
            && figures(matrix.ofClass(1)).equals(List.of("0.894", "0.880", "0.887"))) {
          fitting.add(hits + " and " + left);
        }
      }
    }

    assertThat(fitting).containsExactly("914 and 876");
  }

  /** What the study does not print follows from the same table. */
  @Test
  void theTableImpliesTheAccuracyAndTheAverages() {
    ConfusionMatrix matrix = matrix(914, 876);

    assertThat(Published.percent(matrix.accuracy().clopperPearson()))
        .isEqualTo("88.9 % (87.5-90.3)");
    assertThat(Published.decimals(matrix.f1(Average.MACRO), 3)).isEqualTo("0.889");
    // Of two classes, what is sensitivity for one is specificity for the other.
    assertThat(matrix.ofClass(0).specificity()).isEqualTo(matrix.ofClass(1).sensitivity());
  }

  /** "AUC 0.96 each": of two classes whose probabilities sum to one there is but one area. */
  @Test
  void bothClassesHaveTheSameArea() {
    Predictions predictions =
        StatsGolden.predictions(StatsGolden.named(StatsGolden.classes(), "two classes"));
    OneVsRestAuc auc = new OneVsRestAuc(predictions);

    assertThat(auc.ofClass(0, auc.once())).isEqualTo(auc.ofClass(1, auc.once()));
  }

  private static ConfusionMatrix matrix(int hits, int left) {
    return new ConfusionMatrix(
        CLASSES, new long[][] {{hits, FINDING - hits}, {NO_FINDING - left, left}});
  }

  private static List<String> figures(ClassCounts counts) {
    return List.of(
        Published.decimals(counts.precision().value(), 3),
        Published.decimals(counts.sensitivity().value(), 3),
        Published.decimals(counts.f1(), 3));
  }
}
