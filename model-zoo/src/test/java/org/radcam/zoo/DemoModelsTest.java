package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Mask;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.model.Performance;
import org.radcam.model.Standing;
import org.radcam.task.ClassLabel;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Tasks;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.PhantomGenerator;
import org.radcam.zoo.phantom.Phantoms;

/** The shipped demo packages, one for each task; {@code model-zoo/train-demos} makes them. */
class DemoModelsTest {
  /** None of the seeds that the trainings drew, nor those of the test cases, 1 to 4. */
  private static final long SEED = 271_828_182_845L;

  private static final int EACH = 3;
  private static final long MAX_BYTES = 2_000_000;

  static Stream<String> tasks() {
    return Tasks.keys().stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void thereIsAVerifiedDemoForEveryTaskThatSaysWhatItIs(String task) {
    ModelPackage model = demo(task);
    Verification verification = Verification.of(model, DeviceChoice.CPU);
    assertThat(verification.outcome())
        .as(verification.message())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(model.card().standing()).isEqualTo(Standing.DEMO);
    assertThat(model.card().task().key()).isEqualTo(task);
    assertThat(model.card().trainingData()).contains("synthetic phantoms");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aDemoIsAtMostTwoMegabytes(String task) throws IOException {
    ModelPackage model = demo(task);
    long bytes = 0;
    for (PackageFile file : model.card().files()) {
      try (InputStream in = model.open(file.name())) {
        bytes += in.readAllBytes().length;
      }
    }
    assertThat(bytes).isLessThan(MAX_BYTES);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theCardsFiguresOnHeldOutPhantomsReachTheGoals(String task) {
    assertThat(demo(task).card().performance())
        .anyMatch(figure -> figure.metric().contains("AUC"))
        .anyMatch(figure -> figure.metric().contains("inside the lesion"))
        .allSatisfy(
            figure -> {
              assertThat(figure.method()).contains("held-out synthetic phantoms");
              assertThat(figure.value()).isGreaterThanOrEqualTo(goal(figure));
            });
  }

  private static double goal(Performance figure) {
    return figure.metric().contains("AUC") ? 0.90 : 0.80;
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void newPhantomsOfEveryClassAreMostlyAnsweredRightlyWithTheHeatInTheLesion(String task) {
    PhantomGenerator generator = Phantoms.get(task);
    int right = 0;
    int lesions = 0;
    int hits = 0;
    int all = 0;
    try (Classifier classifier = Classifier.open(demo(task), DeviceChoice.CPU)) {
      for (ClassLabel label : Tasks.get(task).classes()) {
        for (int n = 0; n < EACH; n++) {
          Phantom phantom = generator.generate(SEED + n, label.key());
          Result result = classifier.classify(subject(phantom, task), ClassifyOptions.DEFAULT);
          all++;
          if (result.predicted().label().equals(label)) {
            right++;
            if (!phantom.lesion().isEmpty()) {
              lesions++;
              hits += result.heatMap().map(map -> hit(map.onSource().voxels(), phantom)).get();
            }
          }
        }
      }
    }
    assertThat(right).as("rightly answered of %d", all).isGreaterThanOrEqualTo(all * 2 / 3);
    assertThat(hits).as("hits of %d", lesions).isGreaterThanOrEqualTo(lesions * 2 / 3);
  }

  private static int hit(float[] heat, Phantom phantom) {
    int best = 0;
    for (int n = 0; n < heat.length; n++) {
      // Not a number where the network did not look.
      if (heat[n] > heat[best] || Float.isNaN(heat[best])) {
        best = n;
      }
    }
    return phantom.lesion().voxels().get(best) ? 1 : 0;
  }

  private static Case subject(Phantom phantom, String task) {
    Optional<Mask> roi =
        Tasks.get(task).roi() == RoiPolicy.REQUIRED
            ? Optional.of(phantom.lesion())
            : Optional.empty();
    return new Case("phantom", phantom.images(), roi, phantom.clinical());
  }

  private static ModelPackage demo(String task) {
    return ModelZoo.shipped().find(task + "-demo");
  }
}
