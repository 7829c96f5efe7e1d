package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.task.ClinicalField;
import org.radcam.task.Tasks;

class ClinicalInputTest {
  private static final ClinicalInput AGE =
      new ClinicalInput("age", List.of(40.0), List.of(20.0), false);
  private static final ClinicalInput LOCATION =
      new ClinicalInput("mineralisation_location", List.of(0.25, 0.5), List.of(0.5, 2.0), true);

  private static ClinicalField field(String key) {
    return Tasks.get("bone-matrix").clinicalField(key).orElseThrow();
  }

  @Test
  void aNumberIsCentredAndScaled() {
    assertThat(AGE.encode(field("age"), Optional.of(" 70 "))).containsExactly(1.5f);
  }

  @Test
  void aChoiceHasOneNumberForEachWordButTheFirst() {
    ClinicalField location = field("mineralisation_location");
    assertThat(ClinicalInput.width(location)).isEqualTo(2);
    assertThat(LOCATION.encode(location, Optional.of("central"))).containsExactly(-0.5f, -0.25f);
    assertThat(LOCATION.encode(location, Optional.of("Peripheral"))).containsExactly(1.5f, -0.25f);
    assertThat(LOCATION.encode(location, Optional.of("diffuse"))).containsExactly(-0.5f, 0.25f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "unknown", " Unknown "})
  void anUnknownValueIsTheTypicalPatientsWhereThatIsAllowed(String text) {
    assertThat(LOCATION.encode(field("mineralisation_location"), Optional.of(text)))
        .containsExactly(0, 0);
    assertThatThrownBy(() -> AGE.encode(field("age"), Optional.of(text)))
        .isInstanceOf(UserException.class)
        .hasMessage("The model needs the value: Age (years).");
  }

  @Test
  void anAbsentValueIsUnknown() {
    assertThat(LOCATION.encode(field("mineralisation_location"), Optional.empty()))
        .containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"121", "-1", "NaN", "Infinity", "old", "4O"})
  void aValueThatTheFieldDoesNotAcceptIsRefused(String text) {
    assertThatThrownBy(() -> AGE.encode(field("age"), Optional.of(text)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Age (years)");
  }

  @Test
  void centreAndScaleMustBeAsManyAndTheScaleAboveZero() {
    for (ThrowingMaker maker :
        List.<ThrowingMaker>of(
            () -> new ClinicalInput("age", List.of(1.0), List.of(0.0), false),
            () -> new ClinicalInput("age", List.of(1.0), List.of(), false),
            () -> new ClinicalInput("age", List.of(Double.NaN), List.of(1.0), false),
            () -> new ClinicalInput("age", List.of(1.0), List.of(-1.0), false))) {
      assertThatThrownBy(maker::make)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'age'");
    }
  }

  private interface ThrowingMaker {
    ClinicalInput make();
  }
}
