package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.model.ClinicalInput;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class ClinicalScalingTest {
  private static final Task TASK = Tasks.get("bone-matrix");
  private static final List<ClinicalPolicy> POLICIES =
      List.of(policy("age"), policy("mineralisation_location"));

  @Test
  void centreAndScaleAreThoseOfTheKnownValuesOfTheGivenCases() {
    List<ClinicalInput> fitted =
        ClinicalScaling.fit(
            POLICIES,
            List.of(
                one(Map.of("age", "20", "mineralisation_location", "central")),
                one(Map.of("age", "40", "mineralisation_location", "diffuse")),
                one(Map.of("mineralisation_location", "diffuse"))));

    assertThat(fitted.get(0).centre()).containsExactly(30.0);
    assertThat(fitted.get(0).scale()).containsExactly(10.0);
    // Two indicators: nobody is peripheral, two of three are diffuse.
    assertThat(fitted.get(1).centre()).containsExactly(0.0, 2 / 3.0);
    assertThat(fitted.get(1).scale().get(0)).isEqualTo(1);
    assertThat(fitted.get(1).scale().get(1)).isCloseTo(Math.sqrt(2) / 3, within(1e-12));
  }

  @Test
  void anUnknownValueIsTheTypicalPatients() {
    List<ClinicalInput> fitted =
        ClinicalScaling.fit(
            POLICIES,
            List.of(
                one(Map.of("age", "20", "mineralisation_location", "central")),
                one(Map.of("age", "40", "mineralisation_location", "diffuse"))));

    assertThat(ClinicalScaling.encode(POLICIES, fitted, one(Map.of("age", "50"))))
        .containsExactly(2, 0, 0);
  }

  @Test
  void aValueThatNobodyHasIsNamed() {
    assertThatThrownBy(() -> ClinicalScaling.fit(POLICIES, List.of(one(Map.of("age", "20")))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'mineralisation_location'");
  }

  private static ClinicalPolicy policy(String field) {
    return new ClinicalPolicy(TASK.clinicalField(field).orElseThrow(), true);
  }

  private static TrainingCase one(Map<String, String> clinical) {
    return new TrainingCase(
        "a", "P", CaseFiles.of("CT", Path.of("x")), clinical, 0, "", Split.TRAIN);
  }
}
