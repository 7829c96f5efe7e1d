package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelCard;
import org.radcam.zoo.Verification;

class CascadeTrainingTest {
  @TempDir static Path shared;
  private static Manifest manifest;
  private static Training.Outcome whole;

  @TempDir Path folder;

  @BeforeAll
  static void writePhantoms() throws IOException {
    manifest = TinyCascade.write(shared.resolve("phantoms"));
    whole = Training.run(request(shared.resolve("whole"), false), Progress.NONE);
  }

  @Test
  void everyStageIsTrainedMeasuredAndPointsAndThePackageVerifies() throws IOException {
    ModelCard card = whole.model().card();
    assertThat(card.stages()).extracting(stage -> stage.key()).contains("origin", "non_lung");
    assertThat(card.performance())
        .extracting(figure -> figure.metric())
        .contains(
            "Stage origin: AUC (non_lung)",
            "Stage lung: AUC (nsclc)",
            "Stage non_lung: AUC (gic)",
            "AUC (macro)",
            "AUC (bc)");
    assertThat(card.limits()).anyMatch(limit -> limit.startsWith("It does not notice images"));
    assertThat(whole.report()).anyMatch(line -> line.contains("heat-map maximum inside"));
    assertThat(Verification.of(whole.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    List<String> lines = Files.readAllLines(shared.resolve("whole/training/test-predictions.csv"));
    assertThat(lines.get(0))
        .isEqualTo(
            "case,patient,fold,label,p_sclc,p_nsclc,p_bc,p_gic,p_origin.lung,p_origin.non_lung,"
                + "p_lung.sclc,p_lung.nsclc,p_non_lung.bc,p_non_lung.gic");
    double[] p = numbers(lines.get(1));
    // The joint probability of a class is the product along its path.
    assertThat(p[0]).isCloseTo(p[4] * p[6], within(1e-9));
    assertThat(p[3]).isCloseTo(p[5] * p[9], within(1e-9));
    assertThat(shared.resolve("whole/training/draft")).doesNotExist();
  }

  @Test
  void whatIsWrittenOfThePackageIsWhatThePackageAnswers() throws IOException {
    List<String> lines =
        Files.readAllLines(shared.resolve("whole/training/package-predictions.csv"));
    assertThat(lines.get(0))
        .startsWith("case,patient,split,model,label,p_sclc,p_nsclc,p_bc,p_gic,p_origin.lung,");
    assertThat(lines).hasSize(5);
    CaseReader reader = new CaseReader(whole.model().card());
    try (Classifier classifier = Classifier.open(whole.model(), DeviceChoice.CPU)) {
      for (TrainingCase one : manifest.heldOut()) {
        String line =
            lines.stream().filter(own -> own.startsWith(one.id() + ",")).findFirst().orElseThrow();
        double[] written =
            Stream.of(line.split(",")).skip(5).limit(4).mapToDouble(Double::parseDouble).toArray();
        Result result = classifier.classify(reader.read(one), ClassifyOptions.DEFAULT);
        for (int c = 0; c < written.length; c++) {
          assertThat(result.scores().get(c).probability()).isCloseTo(written[c], within(1e-5));
        }
      }
    }
  }

  @Test
  void aStageLearnsOnlyFromCasesThatItIsAbout() {
    ModelCard plan = TinyData.plan(manifest, TinyCascade.recipe(2, ""));

    List<TrainingCase> lung = StageCases.of(manifest.training(), plan.task(), plan.stages().get(1));

    assertThat(lung).hasSize(4);
    assertThat(lung).extracting(TrainingCase::label).containsExactly(0, 1, 0, 1);
    assertThat(lung)
        .extracting(TrainingCase::id)
        .containsExactly("phantom-0001", "phantom-0002", "phantom-0005", "phantom-0006");
  }

  @Test
  void aCascadeKilledInItsSecondStageAndResumedEndsAsIfItHadNeverStopped() throws IOException {
    Path parts = folder.resolve("parts");
    assertThatThrownBy(() -> Training.run(request(parts, false), stopAt("final-lung, epoch 2")))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("parts/tiny-cascade")).doesNotExist();

    Training.run(request(parts, true), Progress.NONE);

    assertThat(folder.resolve("parts/tiny-cascade/weights.safetensors"))
        .hasSameBinaryContentAs(shared.resolve("whole/tiny-cascade/weights.safetensors"));
    assertThat(folder.resolve("parts/training/test-predictions.csv"))
        .hasSameBinaryContentAs(shared.resolve("whole/training/test-predictions.csv"));
  }

  @Test
  void everyStageBeginsFromItsOwnPartOfACascadesWeights() {
    InitialWeights given = InitialWeights.of(whole.model());
    ModelCard plan = whole.model().card();
    try (Session lung =
        new Session(
            plan.stages().get(1).architecture(),
            plan.inputSize(),
            TorchEngine.device(DeviceChoice.CPU))) {
      lung.transfer(given, "lung", 5);

      assertThat(lung.weights().get("conv1.weight").values())
          .isEqualTo(given.tensors().get("lung.conv1.weight").values());
      assertThat(lung.weights().get("fc.weight").values())
          .isNotEqualTo(given.tensors().get("lung.fc.weight").values());
    }
  }

  private static Training.Request request(Path out, boolean resume) {
    return new Training.Request(
        manifest, TinyCascade.recipe(2, ""), Optional.empty(), 0, out, resume, DeviceChoice.CPU);
  }

  private static double[] numbers(String line) {
    return List.of(line.split(",")).stream().skip(4).mapToDouble(Double::parseDouble).toArray();
  }

  private static Progress stopAt(String message) {
    return new Progress() {
      private volatile boolean cancelled;

      @Override
      public void report(double fraction, String now) {
        cancelled |= now.startsWith(message);
      }

      @Override
      public boolean isCancelled() {
        return cancelled;
      }
    };
  }
}
