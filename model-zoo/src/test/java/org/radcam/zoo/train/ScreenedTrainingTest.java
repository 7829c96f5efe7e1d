package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.zoo.Verification;

/** Trainings whose recipe screens the clinical values, on pictures that say nothing. */
class ScreenedTrainingTest {
  private static final String SCREENING = "screening: {method: multivariate-logistic}\n";

  @TempDir Path folder;

  @BeforeEach
  void drawPictures() throws IOException {
    BufferedImage mask = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    mask.getRaster().setSample(8, 8, 0, 255);
    ImageIO.write(mask, "png", folder.resolve("roi.png").toFile());
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 0; n < 10; n++) {
      BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
      for (int pixel = 0; pixel < 256; pixel++) {
        image.getRaster().setSample(pixel % 16, pixel / 16, 0, 50 + random.nextInt(150));
      }
      ImageIO.write(image, "png", folder.resolve(n + ".png").toFile());
    }
  }

  @Test
  void theModelTakesTheScreenedValuesOnlyAndItsCardSaysWhy() throws IOException {
    Manifest manifest = manifest(40, 0);

    Training.Outcome outcome = train(manifest, recipe(SCREENING), 2, "out", false, Progress.NONE);

    ModelCard card = outcome.model().card();
    assertThat(card.clinical()).extracting(ClinicalInput::field).containsExactly("age");
    assertThat(card.onlyStage().architecture().clinical()).isEqualTo(1);
    assertThat(card.trainingData())
        .startsWith("Pictures. Clinical values were screened by multivariate logistic regression")
        .contains("age (p ", "left out: sex (p ", "pathological_fracture (not tested)");
    assertThat(outcome.report())
        .contains("Clinical values kept in fold-1: age.", "Clinical values kept in final: age.")
        .anyMatch(line -> line.startsWith("  age: kept, p "))
        .contains("  pathological_fracture: left out, not tested: It is absent in every patient.");
    List<String> table = Files.readAllLines(folder.resolve("out/training/screening.csv"));
    assertThat(table.stream().skip(1).map(line -> line.split(",")[0]).distinct())
        .containsExactly("fold-1", "fold-2", "final");
    // Each fold on its own training patients.
    assertThat(table)
        .filteredOn(line -> line.contains(",age,"))
        .extracting(line -> line.split(",")[5])
        .containsExactly("20", "20", "40");
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void theValuesOfHeldOutPatientsHaveNoPartInTheChoice() throws IOException {
    Recipe recipe = recipe(SCREENING);
    List<TrainingCase> learning = manifest(40, 0).training();
    Manifest withTest = manifest(40, 40);

    assertThat(withTest.heldOut()).hasSize(40);
    assertThat(ScreenedRecipe.of(recipe, withTest.training()).screening())
        .isEqualTo(ScreenedRecipe.of(recipe, learning).screening());
    train(withTest, recipe, 0, "with", false, Progress.NONE);
    assertThat(Files.readAllLines(folder.resolve("with/training/screening.csv")).get(2))
        .startsWith("final,chondroid,age,,,40,");
  }

  @Test
  void whereNothingIsLeftTheModelAnswersFromTheImageAloneAndSaysSo() throws IOException {
    Training.Outcome outcome =
        train(
            manifest(40, 0),
            recipe("screening: {method: multivariate-logistic, alpha: 1e-12}\n"),
            0,
            "out",
            false,
            Progress.NONE);

    ModelCard card = outcome.model().card();
    assertThat(card.clinical()).isEmpty();
    assertThat(card.onlyStage().architecture().clinical()).isZero();
    assertThat(card.trainingData()).contains("none, so the model answers from the image alone");
    assertThat(outcome.report())
        .contains("Clinical values kept in final: none; it learnt from the image alone.");
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void aScreenedTrainingThatWasCancelledAndResumedEndsAsIfItHadNeverStopped() throws IOException {
    Manifest manifest = manifest(40, 0);
    Recipe recipe = recipe(SCREENING);
    train(manifest, recipe, 2, "whole", false, Progress.NONE);

    assertThatThrownBy(() -> train(manifest, recipe, 2, "parts", false, stopAt("fold-2, epoch 2")))
        .isInstanceOf(CancellationException.class);
    train(manifest, recipe, 2, "parts", true, Progress.NONE);

    for (String file : List.of("screened/weights.safetensors", "training/screening.csv")) {
      assertThat(folder.resolve("parts").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  @Test
  void screeningIsRefusedWhereItMakesNoSense() {
    assertThatThrownBy(() -> recipe("screening: {method: lasso}\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("line 26 (in screening)")
        .hasMessageContaining("expected one of multivariate-logistic");
    assertThatThrownBy(() -> recipe("screening: {method: multivariate-logistic, alpha: 5}\n"))
        .hasMessageContaining("'alpha' must be above 0 and below 1, not 5.0");
    assertThatThrownBy(() -> RecipeReader.parse("x.yaml", "from: bone-matrix-s-net\n" + SCREENING))
        .hasMessage(
            "x.yaml, line 2 (in screening): there is nothing to screen: 'clinical' names no values");
    assertThatThrownBy(() -> RecipeReader.parse("x.yaml", "from: vertebral-fracture\n" + SCREENING))
        .hasMessageContaining("screening is for tasks with two classes");
  }

  private Training.Outcome train(
      Manifest manifest, Recipe recipe, int folds, String out, boolean resume, Progress progress)
      throws IOException {
    return Training.run(
        new Training.Request(
            manifest,
            recipe,
            Optional.empty(),
            folds,
            folder.resolve(out),
            resume,
            DeviceChoice.CPU),
        progress);
  }

  /** Age goes with the class, sex does not, nobody has a fracture. */
  private Manifest manifest(int learning, int test) throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    StringBuilder rows =
        new StringBuilder("case,patient,image,roi,label,sex,age,pathological_fracture,split\n");
    for (int n = 0; n < learning + test; n++) {
      boolean chondroid = n % 2 == 1;
      int age = (n < learning ? 30 : 90) + random.nextInt(25) + (chondroid ? 12 : 0);
      rows.append(
          "c%d,p%d,%d.png,roi.png,%s,%s,%d,absent,%s\n"
              .formatted(
                  n,
                  n,
                  n % 10,
                  chondroid ? "chondroid" : "osteoid",
                  n / 2 % 2 == 0 ? "male" : "female",
                  Math.min(age, 120),
                  n < learning ? "train" : "test"));
    }
    Path file = folder.resolve("manifest-" + test + ".csv");
    Files.writeString(file, rows);
    return ManifestReader.read(file, ManifestColumns.STANDARD, CaseNeeds.of(recipe("")));
  }

  private static Recipe recipe(String more) {
    try {
      return RecipeReader.parse("screened.yaml", TEXT + more);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String TEXT =
      """
      task: bone-matrix
      model:
        id: screened
        name: Screened test model
        version: 0.0.1
        description: Learns nothing of the image.
        intendedUse: Tests.
        limits: [Tests only]
        trainingData: Pictures.
        obtainingWeights: Run the tests.
        authors: [The RadCAM developers]
        licence: Apache-2.0
      inputs:
        - role: CT
          preparation:
            - {step: roi-slice}
            - {step: resize, columns: 17, rows: 17, aspect: fit}
      clinical:
        - {field: sex}
        - {field: age}
        - {field: pathological_fracture}
      network: {architecture: resnet18, width: 0.0625}
      optimiser: {kind: adamw}
      schedule: {epochs: 2, batchSize: 16, learningRate: 0.001}
      loss: {balance: class}
      """;

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
