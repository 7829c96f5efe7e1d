package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class ClinicalValuesTest {
  private final Task task = Tasks.get("sinonasal");

  @Test
  void anotherPatientsImageBringsItsValuesAndTakesTheFormerOnesAway() {
    Map<String, String> before = Map.of("sex", "male", "age", "54");

    assertThat(ClinicalValues.refreshed(task, before, before, Map.of("sex", "female")))
        .containsEntry("sex", "female")
        .containsEntry("age", "unknown");
  }

  @Test
  void whatTheUserTypedStays() {
    Map<String, String> typed = Map.of("sex", "male", "age", "55", "adc_value", "1300");
    Map<String, String> before = Map.of("sex", "male", "age", "54");

    assertThat(ClinicalValues.refreshed(task, typed, before, Map.of("age", "70")))
        .containsEntry("sex", "unknown")
        .doesNotContainKeys("age", "adc_value");
  }
}
