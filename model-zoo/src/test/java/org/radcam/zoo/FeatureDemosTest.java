package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Contribution;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.model.Standing;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.Phantoms;

/** The shipped demo packages that answer from named features. */
class FeatureDemosTest {
  private static final String RADIOMICS = "vertebral-fracture-dlr-demo";
  private static final String CONVENTIONAL = "sinonasal-conventional-demo";

  /** None of the seeds that the trainings drew, nor those of the test cases. */
  private static final long SEED = 314_159_265_358L;

  private static final int EACH = 3;
  private static final long MAX_BYTES = 1_500_000;

  private static ModelPackage demo(String id) {
    return ModelZoo.shipped().find(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {RADIOMICS, CONVENTIONAL})
  void theyAreVerifiedSmallAndSayWhatTheyAre(String id) throws IOException {
    ModelPackage model = demo(id);
    Verification verification = Verification.of(model, DeviceChoice.CPU);
    assertThat(verification.outcome())
        .as(verification.message())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(verification.message()).contains("probabilities differ");
    assertThat(model.card().standing()).isEqualTo(Standing.DEMO);
    assertThat(model.card().trainingData()).contains("synthetic phantoms", "The second level is");
    long bytes = 0;
    for (PackageFile file : model.card().files()) {
      try (InputStream in = model.open(file.name())) {
        bytes += in.readAllBytes().length;
      }
    }
    assertThat(bytes).isLessThan(MAX_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {RADIOMICS, CONVENTIONAL})
  void theCardsFiguresAreOfCasesThatNothingWasLearntFrom(String id) {
    assertThat(demo(id).card().performance())
        .anyMatch(figure -> figure.method().contains("held-out synthetic phantoms"))
        .filteredOn(figure -> figure.metric().equals("AUC (macro)"))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.value()).isGreaterThan(0.9));
  }

  @Test
  void newVertebraeAreMostlyAnsweredRightlyWithAnExactHeatMap() {
    ModelPackage model = demo(RADIOMICS);
    Task task = model.card().task();
    int right = 0;
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      for (ClassLabel label : task.classes()) {
        for (int n = 0; n < EACH; n++) {
          Phantom phantom = Phantoms.get(task.key()).generate(SEED + n, label.key());
          Result result =
              classifier.classify(
                  new Case("v", phantom.images(), Optional.of(phantom.lesion()), Map.of()),
                  ClassifyOptions.DEFAULT);
          right += result.predicted().label().equals(label) ? 1 : 0;
          assertThat(result.heatMap()).isPresent();
          assertThat(result.contributions())
              .extracting(Contribution::kind)
              .contains(Contribution.Kind.DEEP, Contribution.Kind.RADIOMICS);
          assertThat(result.warnings())
              .extracting(Warning::code)
              .doesNotContain("no-map", "pixel-size", "feature-undefined");
        }
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(3 * EACH * 2 / 3);
  }

  @Test
  void valuesAloneAreMostlyAnsweredRightlyWithoutAnyImage() {
    ModelPackage model = demo(CONVENTIONAL);
    Task task = model.card().task();
    assertThat(model.card().roles()).isEmpty();
    int right = 0;
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      for (ClassLabel label : task.classes()) {
        for (int n = 0; n < EACH; n++) {
          Map<String, String> values = Phantoms.get(task.key()).clinical(SEED + n, label.key());
          Result result =
              classifier.classify(
                  new Case("s", Map.of(), Optional.empty(), values), ClassifyOptions.DEFAULT);
          right += result.predicted().label().equals(label) ? 1 : 0;
          assertThat(result.heatMap()).isEmpty();
          assertThat(result.warnings()).extracting(Warning::code).containsExactly("no-map");
          assertThat(result.contributions()).hasSize(3 * task.clinical().size());
          assertThat(result.contributions()).allMatch(one -> Double.isNaN(one.logOdds()));
        }
      }
    }
    assertThat(right).isGreaterThanOrEqualTo(3 * EACH * 2 / 3);
  }

  @Test
  void aTasksOwnDemoStaysItsFirst() {
    for (String task : List.of("sinonasal", "vertebral-fracture")) {
      assertThat(ModelZoo.shipped().packagesFor(task).get(0).card().id()).isEqualTo(task + "-demo");
    }
  }
}
