package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.Standing;

class TrainingTest {
  @TempDir Path folder;

  @Test
  void learnsAPlantedSignalAndWritesAWholePackageWithItsMeasuredAuc() throws IOException {
    Manifest manifest = TinyData.write(folder, 32);

    Training.Outcome outcome =
        Training.run(request(manifest, TinyData.recipe(11, ""), 2, "out", false), Progress.NONE);

    ModelCard card = outcome.model().card();
    assertThat(card.performance().get(0).metric()).isEqualTo("AUC (finding)");
    assertThat(card.performance().get(0).value()).isGreaterThan(0.95);
    assertThat(card.performance())
        .extracting(figure -> figure.metric())
        .containsExactly("AUC (finding)", "AUC (finding) within 'AP'", "AUC (finding) within 'PA'");
    assertThat(card.performance().get(0).data())
        .isEqualTo("64 images of 32 patients, 32 of them finding");
    assertThat(card.onlyStage().temperature()).isPositive();
    assertThat(card.weights()).isPresent();
    assertThat(card.domain()).isPresent();
    try (InputStream in = outcome.model().open("test_input.npy")) {
      assertThat(NpyArray.read(in).shape()).isEqualTo(List.of(2, 1, 32, 32));
    }
    List<String> predictions = Files.readAllLines(folder.resolve("out/training/predictions.csv"));
    assertThat(predictions).hasSize(65);
    assertThat(predictions.get(0)).isEqualTo("case,patient,fold,label,p_no_finding,p_finding");
    assertThat(Files.readAllLines(folder.resolve("out/training/final.csv"))).hasSize(12);
    assertThat(folder.resolve("out/training/report.txt")).content().contains("Shortcut check");
    assertThat(checkpoints("out")).isEmpty();
  }

  @Test
  void withTooFewImagesThePackageHasNoDomainAndTheReportSaysSo() throws IOException {
    Training.Outcome outcome =
        Training.run(
            request(TinyData.write(folder, 6), TinyData.recipe(2, ""), 0, "out", false),
            Progress.NONE);

    assertThat(outcome.model().card().domain()).isEmpty();
    assertThat(outcome.report()).anyMatch(line -> line.contains("will not warn"));
    assertThat(outcome.model().card().performance()).isEmpty();
    assertThat(outcome.model().card().limits()).contains("Its performance was not measured.");
  }

  @Test
  void theSameSeedGivesTheSameWeightsBitForBit() throws IOException {
    Manifest manifest = TinyData.write(folder, 8);
    Recipe recipe = TinyData.recipe(2, "");

    Training.run(request(manifest, recipe, 0, "one", false), Progress.NONE);
    Training.run(request(manifest, recipe, 0, "two", false), Progress.NONE);

    assertThat(weights("one")).isEqualTo(weights("two"));
  }

  @Test
  void aTrainingCancelledTwiceAndResumedEndsAsIfItHadNeverStopped() throws IOException {
    Manifest manifest = TinyData.write(folder, 12);
    Recipe recipe = TinyData.recipe(3, "earlyStopping: {folds: 3, measure: loss, patience: 2}\n");
    Training.run(request(manifest, recipe, 2, "whole", false), Progress.NONE);

    assertThatThrownBy(
            () ->
                Training.run(
                    request(manifest, recipe, 2, "parts", false), stopAt("fold-1, epoch 3")))
        .isInstanceOf(CancellationException.class);
    assertThat(checkpoints("parts")).hasSize(1);
    assertThat(temporaryFiles()).isEmpty();
    assertThatThrownBy(
            () ->
                Training.run(
                    request(manifest, recipe, 2, "parts", true), stopAt("fold-2, epoch 2")))
        .isInstanceOf(CancellationException.class);
    Training.run(request(manifest, recipe, 2, "parts", true), Progress.NONE);

    assertThat(weights("parts")).isEqualTo(weights("whole"));
    assertThat(folder.resolve("parts/training/predictions.csv"))
        .hasSameTextualContentAs(folder.resolve("whole/training/predictions.csv"));
  }

  @Test
  void goesOnOnlyWhenAskedToAndOnlyWithTheSameRecipe() throws IOException {
    Manifest manifest = TinyData.write(folder, 8);
    Recipe recipe = TinyData.recipe(2, "");
    assertThatThrownBy(
            () ->
                Training.run(request(manifest, recipe, 0, "out", false), stopAt("final, epoch 2")))
        .isInstanceOf(CancellationException.class);

    assertThatThrownBy(
            () -> Training.run(request(manifest, recipe, 0, "out", false), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--resume");
    assertThatThrownBy(
            () ->
                Training.run(
                    request(manifest, TinyData.recipe(3, ""), 0, "out", true), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another recipe");
  }

  @Test
  void isNotResumedOnOtherImagesThoughTheirNamesAndTheManifestAreTheSame() throws IOException {
    Manifest manifest = TinyData.write(folder, 8);
    Recipe recipe = TinyData.recipe(2, "");
    assertThatThrownBy(
            () ->
                Training.run(request(manifest, recipe, 0, "out", false), stopAt("final, epoch 2")))
        .isInstanceOf(CancellationException.class);
    byte[] whole = Files.readAllBytes(folder.resolve("p3-1.png"));
    Files.copy(
        folder.resolve("p3-0.png"),
        folder.resolve("p3-1.png"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> Training.run(request(manifest, recipe, 0, "out", true), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("images have changed")
        .hasMessageContaining("choose another --out");
    Files.write(folder.resolve("p3-1.png"), whole);
    Training.run(request(manifest, recipe, 0, "out", true), Progress.NONE);
    assertThat(folder.resolve("out/tiny/rdf.yaml")).exists();
  }

  @Test
  void whatWasTrainedWithAPhantomIsADemoWhateverTheRecipeSays() throws IOException {
    TinyData.write(folder, 4);
    List<String> rows = Files.readAllLines(folder.resolve("manifest.csv"));
    rows.replaceAll(row -> row + (row.startsWith("case,") ? ",source" : ",clinic"));
    rows.set(8, rows.get(8).replace(",clinic", ",phantom"));
    Files.write(folder.resolve("manifest.csv"), rows);
    Recipe recipe =
        RecipeReader.parse(
            "tiny.yaml", TinyData.text(2).replace("limits: [Tests only]", "standing: research"));

    Training.Outcome outcome =
        Training.run(request(read(), recipe, 0, "out", false), Progress.NONE);

    ModelCard card = outcome.model().card();
    assertThat(card.standing()).isEqualTo(Standing.DEMO);
    assertThat(card.limits()).anyMatch(limit -> limit.startsWith("Demonstration only"));
    assertThat(card.trainingData())
        .isEqualTo(
            "Drawn pictures. 8 images of 4 patients: 4 no_finding, 4 finding."
                + " Stratum 'AP': 4 images of 2 patients: 2 no_finding, 2 finding."
                + " Stratum 'PA': 4 images of 2 patients: 2 no_finding, 2 finding."
                + " Began from scratch."
                + " 1 of the manifest's 8 images are synthetic phantoms.");
  }

  @Test
  void aRecipeMayAskForADemoAndIsForResearchOtherwise() throws IOException {
    Manifest manifest = TinyData.write(folder, 4);
    Recipe demo =
        RecipeReader.parse(
            "tiny.yaml",
            TinyData.text(2).replace("intendedUse:", "standing: demo\n  intendedUse:"));

    assertThat(standing(manifest, demo, "demo")).isEqualTo(Standing.DEMO);
    assertThat(standing(manifest, TinyData.recipe(2, ""), "own")).isEqualTo(Standing.RESEARCH);
  }

  private Standing standing(Manifest manifest, Recipe recipe, String out) throws IOException {
    return Training.run(request(manifest, recipe, 0, out, false), Progress.NONE)
        .model()
        .card()
        .standing();
  }

  @Test
  void aRecipeForOneManifestIsRefusedForAnotherAndTakenForItsOwn() throws IOException {
    Manifest manifest = TinyData.write(folder, 4);
    Recipe other = TinyData.recipe(2, "for: {manifest: " + "0".repeat(64) + "}\n");
    Recipe own = TinyData.recipe(2, "for: {manifest: " + manifest.sha256() + "}\n");

    assertThatThrownBy(() -> request(manifest, other, 0, "out", false))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one set of images only")
        .hasMessageContaining(manifest.sha256())
        .hasMessageContaining("--recipe chest-xray");
    assertThat(request(manifest, own, 0, "out", false).recipe()).isEqualTo(own);
  }

  @Test
  void learnsFromGivenWeightsAndMakesOnlyTheHeadAnew() throws IOException {
    Manifest manifest = TinyData.write(folder, 8);
    Recipe recipe = TinyData.recipe(2, "");
    Training.run(request(manifest, recipe, 0, "first", false), Progress.NONE);
    Path first = folder.resolve("first/tiny/weights.safetensors");
    StageInputs inputs = TinyData.inputs(manifest, recipe);

    try (Session given = session(recipe);
        Session transferred = session(recipe)) {
      given.transfer(InitialWeights.of(first), "", 1);
      transferred.transfer(InitialWeights.of(first), "", 2);

      assertThat(given.weights().get("layer4.1.conv2.weight").values())
          .isEqualTo(transferred.weights().get("layer4.1.conv2.weight").values());
      assertThat(given.weights().get("fc.weight").values())
          .isNotEqualTo(transferred.weights().get("fc.weight").values());
      assertThat(given.logits(manifest.cases(), inputs, 3)).hasDimensions(16, 2);
    }
  }

  @Test
  void heldOutPatientsAreMeasuredOnceAndNeverTrainedOn() throws IOException {
    TinyData.write(folder, 16);
    List<String> rows = Files.readAllLines(folder.resolve("manifest.csv"));
    StringBuilder split = new StringBuilder(rows.get(0) + ",split\n");
    for (int n = 1; n < rows.size(); n++) {
      split.append(rows.get(n)).append(n > 24 ? ",test\n" : ",train\n");
    }
    Files.writeString(folder.resolve("manifest.csv"), split);
    Manifest manifest = read();

    Training.Outcome outcome =
        Training.run(request(manifest, TinyData.recipe(2, ""), 0, "out", false), Progress.NONE);

    assertThat(manifest.training()).hasSize(24);
    assertThat(outcome.performance().get(0).data()).startsWith("8 images of 4 patients");
    assertThat(outcome.performance().get(0).method()).startsWith("held-out patients");
  }

  @Test
  void anImageThatCannotBeReadIsNamedBeforeTheFirstStep() throws IOException {
    Manifest manifest = TinyData.write(folder, 8);
    Files.writeString(folder.resolve("p3-1.png"), "no picture");

    assertThatThrownBy(
            () ->
                Training.run(
                    request(manifest, TinyData.recipe(2, ""), 0, "out", false), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("case 3-1");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aRecipeThatMakesNoValidCardIsRefusedBeforeTheTraining() throws IOException {
    Manifest manifest = TinyData.write(folder, 4);
    Recipe recipe =
        RecipeReader.parse("tiny.yaml", TinyData.text(2).replace("id: tiny", "id: Ti ny"));

    assertThatThrownBy(
            () -> Training.run(request(manifest, recipe, 0, "out", false), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Ti ny");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theSmallestLogLossIsFoundByTheTemperature() {
    // Two cases in three are right at logit difference 4: the best p is 2/3, so 4 / T = log 2.
    double[][] logits = {{0, 4}, {0, 4}, {0, 4}};
    int[] labels = {1, 1, 0};

    assertThat(Temperature.fit(logits, labels).orElseThrow())
        .isCloseTo(4 / Math.log(2), within(1e-6));
  }

  @Test
  void answersThatAreAllRightOrAbsentTellNoTemperature() {
    assertThat(Temperature.fit(new double[][] {{0, 4}, {3, 0}}, new int[] {1, 0})).isEmpty();
    assertThat(Temperature.fit(new double[0][], new int[0])).isEmpty();
  }

  private Training.Request request(
      Manifest manifest, Recipe recipe, int folds, String out, boolean resume) {
    return new Training.Request(
        manifest, recipe, Optional.empty(), folds, folder.resolve(out), resume, DeviceChoice.CPU);
  }

  private static Session session(Recipe recipe) {
    return new Session(
        recipe.stages().get(0).architecture(),
        recipe.inputSize(),
        TorchEngine.device(DeviceChoice.CPU));
  }

  private Manifest read() {
    return ManifestReader.read(
        folder.resolve("manifest.csv"),
        ManifestColumns.STANDARD,
        CaseNeeds.of(TinyData.recipe(2, "")));
  }

  private byte[] weights(String out) throws IOException {
    return Files.readAllBytes(folder.resolve(out + "/tiny/weights.safetensors"));
  }

  private List<Path> checkpoints(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out + "/training"))) {
      return files.filter(file -> file.toString().endsWith(".checkpoint.safetensors")).toList();
    }
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }

  /** Cancels when a message begins so, in the middle of that epoch. */
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
