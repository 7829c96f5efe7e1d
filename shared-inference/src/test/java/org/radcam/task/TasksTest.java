package org.radcam.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
  /** Verhoeff 1969: the dihedral group D5, and the permutation that depends on the place. */
  private static final int[][] PRODUCT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };

  private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  /** Whether the last digit of a SNOMED CT identifier is its check digit. */
  private static boolean hasCheckDigit(String identifier) {
    int sum = 0;
    for (int place = 0; place < identifier.length(); place++) {
      int digit = identifier.charAt(identifier.length() - 1 - place) - '0';
      for (int times = 0; times < place % 8; times++) {
        digit = PERMUTATION[digit];
      }
      sum = PRODUCT[sum][digit];
    }
    return sum == 0;
  }

  @Test
  void everySnomedCodeHasItsCheckDigit() {
    List<String> codes =
        Tasks.all().stream()
            .flatMap(task -> task.classes().stream())
            .flatMap(label -> label.code().stream())
            .filter(code -> code.scheme().equals("SCT"))
            .map(ClassLabel.Code::value)
            .toList();
    assertThat(codes).hasSizeGreaterThan(8).allMatch(TasksTest::hasCheckDigit);
    assertThat(hasCheckDigit("404684004")).isFalse();
  }

  @Test
  void theTasksOfTheStudiesAskForWhatTheirStudiesUsed() {
    assertThat(Tasks.get("bone-matrix").clinical())
        .extracting(ClinicalField::key)
        .containsExactly("sex", "age", "mineralisation_location", "pathological_fracture");
    assertThat(Tasks.get("brain-metastasis").roles())
        .extracting(ImageRole::key)
        .containsExactly("CE-T1WI", "T1WI", "T2WI", "T2-FLAIR", "DWI");
    assertThat(Tasks.get("vertebral-fracture").roi()).isEqualTo(RoiPolicy.REQUIRED);
  }
}
