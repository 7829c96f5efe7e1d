package org.radcam.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicalHeaderTest {
  private static final Task BONE = Tasks.get("bone-matrix");

  private static Map<String, String> values(Map<String, String> header) {
    return ClinicalHeader.values(BONE, tag -> Optional.ofNullable(header.get(tag)));
  }

  @Test
  void sexAndAgeAreInTheWordsOfTheTask() {
    assertThat(values(Map.of("0010,0040", "F ", "0010,1010", "045Y", "0010,0010", "DOE^JANE")))
        .containsExactly(Map.entry("sex", "female"), Map.entry("age", "45"));
  }

  @Test
  void anAgeThatProgramsWroteInPlaceOfANameIsNotMadeUpFromDates() {
    assertThat(
            values(Map.of("0010,1010", "000Y", "0010,0030", "19790301", "0008,0020", "20240301")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "19790301, 20240228, 044Y, 44",
    "19790301, 20240301, 045Y, 45",
    "20220702, 20240702, 002Y, 2",
    "20230101, 20240702, 548D, 1.5",
    "20240102, 20240102, 000D, 0"
  })
  void anAgeAtAStudyIsInTheWordsOfTheStandard(
      String birth, String study, String age, String years) {
    assertThat(ClinicalHeader.ageAt(Optional.of(birth), Optional.of(study))).contains(age);
    assertThat(values(Map.of("0010,1010", age))).containsEntry("age", years);
    assertThat(values(Map.of("0010,0030", birth, "0008,0020", study))).containsEntry("age", years);
  }

  @ParameterizedTest
  @CsvSource({"20250101, 20240101", "1979, 20240101", "19791340, 20240101"})
  void datesThatCannotBeGiveNoAge(String birth, String study) {
    assertThat(ClinicalHeader.ageAt(Optional.of(birth), Optional.of(study))).isEmpty();
    assertThat(ClinicalHeader.ageAt(Optional.of(birth), Optional.empty())).isEmpty();
  }
}
