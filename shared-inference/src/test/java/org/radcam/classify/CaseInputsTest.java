package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.model.TestCards;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.ReferenceGrid;

class CaseInputsTest {
  private static float[] tensor(ModelCard card, Case subject, Stage stage) {
    CaseInputs inputs = CaseInputs.of(card, subject);
    try (NDManager scope = TorchEngine.newManager(Device.cpu())) {
      return inputs.tensor(scope, stage).toFloatArray();
    }
  }

  @Test
  void theMeanOfPreparedImagesIsEveryChannel() {
    ModelCard card = TestCards.mean().build();
    Case subject = Lesions.subject(Map.of(), 5, "ADC", "T2WI", "CE-T1WI");
    float[] found = tensor(card, subject, card.onlyStage());
    List<float[]> prepared = new ArrayList<>();
    for (InputSpec input : card.inputs()) {
      prepared.add(
          input
              .preparation()
              .apply(subject.images().get(input.role()), subject.roi(), Lesions.GRID)
              .volume()
              .voxels());
    }
    int area = 40 * 32;
    assertThat(found).hasSize(3 * area);
    for (int n = 0; n < found.length; n++) {
      int at = n % area;
      double mean = (prepared.get(0)[at] + (double) prepared.get(1)[at] + prepared.get(2)[at]) / 3;
      assertThat((double) found[n]).isCloseTo(mean, within(1e-5));
    }
  }

  @Test
  void volumesHaveFiveAxesAndEachStageItsOwnImages() {
    ModelCard card = TestCards.cascade().build();
    Case subject = Lesions.subject(Map.of(), 5, "CE-T1WI", "T1WI", "DWI");
    CaseInputs inputs = CaseInputs.of(card, subject);
    try (NDManager scope = TorchEngine.newManager(Device.cpu())) {
      assertThat(inputs.tensor(scope, card.stages().get(0)).getShape())
          .isEqualTo(new Shape(1, 1, 8, 12, 16));
      assertThat(inputs.tensor(scope, card.stages().get(1)).getShape())
          .isEqualTo(new Shape(1, 2, 8, 12, 16));
      assertThat(inputs.clinical(scope, card.stages().get(0))).isEmpty();
    }
    Case other = Lesions.with(subject, "DWI", Lesions.noise("DWI.nii", Lesions.GRID, 99));
    float[] before = tensor(card, subject, card.stages().get(1));
    float[] after = tensor(card, other, card.stages().get(1));
    int first = before.length / 2;
    assertThat(Arrays.copyOf(after, first)).isEqualTo(Arrays.copyOf(before, first));
    assertThat(after[first]).isNotEqualTo(before[first]);
    assertThat(tensor(card, other, card.stages().get(0)))
        .isEqualTo(tensor(card, subject, card.stages().get(0)));
  }

  @Test
  void clinicalValuesAreEncodedInTheCardsOrderAndUnknownOnesAreTold() {
    ModelCard card = TestCards.fusion().build();
    Case subject = Lesions.subject(Map.of("age", "80"), 5, "CT");
    CaseInputs inputs = CaseInputs.of(card, subject);
    try (NDManager scope = TorchEngine.newManager(Device.cpu())) {
      assertThat(inputs.clinical(scope, card.onlyStage()).orElseThrow().toFloatArray())
          .containsExactly(2, 0, 0);
    }
    assertThat(inputs.doubts(subject)).extracting(Warning::code).containsExactly("unknown-value");
    assertThat(inputs.doubts(subject).get(0).message()).contains("Location of the mineralisation");
  }

  @Test
  void imagesThatWouldMeetInOneNetworkOnDifferentGridsAreRefused() {
    ModelCard card = withoutReferenceGrid(TestCards.mean().build());
    Case same = Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
    assertThat(CaseInputs.of(card, same).first().orElseThrow().name()).isEqualTo("T2WI.nii");
    Geometry coarser = Geometry.millimetres(new Size(22, 18, 8), 1.6, 2, 4);
    Case apart = Lesions.with(same, "ADC", Lesions.noise("ADC.nii", coarser, 3));
    assertThatThrownBy(() -> CaseInputs.of(card, apart))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'T2WI.nii' and 'ADC.nii'")
        .hasMessageContaining("reference-grid");
  }

  private static ModelCard withoutReferenceGrid(ModelCard card) {
    List<InputSpec> inputs = new ArrayList<>();
    for (InputSpec input : card.inputs()) {
      List<PreparationStep> steps = new ArrayList<>(input.preparation().steps());
      steps.removeIf(step -> step instanceof ReferenceGrid);
      inputs.add(new InputSpec(input.role(), new Preparation(steps)));
    }
    return card.toBuilder().inputs(inputs).build();
  }

  @Test
  void theStepsOfEveryImageAreRecordedByItsRole() {
    ModelCard card = TestCards.cascade().build();
    Case subject = Lesions.subject(Map.of(), 5, "CE-T1WI", "T1WI", "DWI");
    assertThat(CaseInputs.of(card, subject).steps())
        .containsOnlyKeys("CE-T1WI", "T1WI", "DWI")
        .allSatisfy((role, steps) -> assertThat(steps).hasSize(4));
  }
}
