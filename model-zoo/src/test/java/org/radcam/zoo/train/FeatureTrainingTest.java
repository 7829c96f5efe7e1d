package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Contribution;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.model.ModelCard;
import org.radcam.zoo.PackageExport;
import org.radcam.zoo.Verification;
import org.radcam.zoo.phantom.GreyPng;

/** Trainings of a second level, on pictures in which a bright square is the finding. */
class FeatureTrainingTest {
  private static final String FEATURES =
      """
      features:
        radiomics:
          - {role: CXR, dimensions: 2, discretisation: "fbn:16", families: [statistics, histogram]}
        selection: {method: lasso, folds: 3, lambda: min}
        classifiers: [logistic-regression]
      """;

  @TempDir private Path folder;

  private static Recipe recipe(String features) {
    return TinyData.recipe(2, features);
  }

  /**
   * Two pictures a patient, every other patient with the finding; the whole picture is the region.
   */
  private Manifest pictures(int patients, Recipe recipe) throws IOException {
    TinyData.write(folder, patients);
    BufferedImage roi =
        new BufferedImage(TinyData.SIDE, TinyData.SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 2; y < TinyData.SIDE - 2; y++) {
      for (int x = 2; x < TinyData.SIDE - 2; x++) {
        roi.getRaster().setSample(x, y, 0, 255);
      }
    }
    ImageIO.write(roi, "png", folder.resolve("roi.png").toFile());
    List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
    StringBuilder with = new StringBuilder(lines.get(0)).append(",roi\n");
    lines.stream().skip(1).forEach(line -> with.append(line).append(",roi.png\n"));
    Path manifest = folder.resolve("with-roi.csv");
    Files.writeString(manifest, with);
    return ManifestReader.read(manifest, ManifestColumns.STANDARD, CaseNeeds.of(recipe));
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

  @Test
  void aSecondLevelIsTrainedMeasuredAndVerified() throws IOException {
    Recipe recipe = recipe(FEATURES);
    Manifest manifest = pictures(16, recipe);

    Training.Outcome outcome = train(manifest, recipe, 2, "out", false, Progress.NONE);

    ModelCard card = outcome.model().card();
    assertThat(card.features().orElseThrow().model()).isPresent();
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).message())
        .contains("probabilities differ", "deep features");
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(card.performance().get(0).value()).isGreaterThan(0.8);
    assertThat(card.performance().get(0).method()).contains("features selected anew in each fold");
    assertThat(card.trainingData()).contains("The second level is", "LASSO, lambda.min");
    Path work = folder.resolve("out/training");
    List<String> features = Files.readAllLines(work.resolve("features.csv"));
    assertThat(features).hasSize(33);
    assertThat(features.get(0)).startsWith("case,label,deep_0,deep_1,").contains("radiomics:stat_");
    assertThat(Files.readString(work.resolve("features.csv"))).doesNotContain("patient");
    assertThat(Files.readAllLines(work.resolve("selected-features.csv")).get(0))
        .isEqualTo("feature,selected,weight_min_finding,weight_1se_finding");
    assertThat(Files.readAllLines(work.resolve("classifiers.csv")).get(1))
        .startsWith("logistic-regression,true,");
    assertThat(outcome.report()).anyMatch(line -> line.contains("lambda.1se"));
    assertThat(Files.readAllLines(work.resolve("predictions.csv"))).hasSize(33);
  }

  @Test
  void whatATrainingWritesIsWhatThePackageMeasures() throws IOException {
    Recipe recipe = recipe(FEATURES);
    Manifest manifest = pictures(12, recipe);
    Training.Outcome outcome = train(manifest, recipe, 0, "out", false, Progress.NONE);
    List<String> lines = Files.readAllLines(folder.resolve("out/training/features.csv"));
    List<String> names = Arrays.asList(lines.get(0).split(",", -1));
    TrainingCase one = manifest.training().get(3);
    String[] row =
        lines.stream()
            .filter(line -> line.startsWith(one.id() + ","))
            .findFirst()
            .orElseThrow()
            .split(",", -1);
    Case subject = new CaseReader(outcome.model().card()).read(one);
    try (Classifier classifier = Classifier.open(outcome.model(), DeviceChoice.CPU)) {
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      var model = org.radcam.classify.SecondLevel.of(outcome.model()).orElseThrow().model();
      double[] values =
          model.features().stream()
              .mapToDouble(name -> Double.parseDouble(row[names.indexOf(name)]))
              .toArray();
      // In training batch norms are not folded, so deep features differ in their last digits.
      assertThat(model.probabilities(values)[1])
          .isCloseTo(result.scores().get(1).probability(), within(1e-4));
      assertThat(result.contributions())
          .extracting(Contribution::kind)
          .containsAnyOf(Contribution.Kind.DEEP, Contribution.Kind.RADIOMICS);
    }
  }

  @Test
  void aTrainingThatWasCancelledAndResumedEndsAsIfItHadNeverStopped() throws IOException {
    Recipe recipe = recipe(FEATURES);
    Manifest manifest = pictures(12, recipe);
    train(manifest, recipe, 2, "whole", false, Progress.NONE);
    Progress stop =
        new Progress() {
          private boolean reached;

          @Override
          public void report(double fraction, String message) {
            reached |= message.startsWith("fold-2, epoch 2");
          }

          @Override
          public boolean isCancelled() {
            return reached;
          }
        };
    assertThatThrownBy(() -> train(manifest, recipe, 2, "parts", false, stop))
        .isInstanceOf(CancellationException.class);
    train(manifest, recipe, 2, "parts", true, Progress.NONE);
    for (String file :
        List.of(
            "tiny/features.safetensors",
            "tiny/test_probabilities.npy",
            "training/features.csv",
            "training/classifiers.csv",
            "training/predictions.csv")) {
      assertThat(folder.resolve("parts").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  @Test
  void aTrainingIsNotResumedWithImagesWhosePixelsChangedTheirSize() throws IOException {
    Recipe recipe = recipe(FEATURES);
    Manifest manifest = pictures(12, recipe);
    TrainingCase one = manifest.training().get(0);
    CaseImages images = new CaseImages(TinyData.plan(manifest, recipe));
    List<String> before = images.digests(one);

    Path file = one.files().images().get("CXR");
    Volume values = ImageFiles.read(file).volume();
    GreyPng.write(
        file, new Volume(Geometry.millimetres(values.size(), 0.5, 0.5, 1), values.voxels()));

    List<String> after = new CaseImages(TinyData.plan(manifest, recipe)).digests(one);
    // The network sees the same; the features may be others.
    assertThat(after.get(0)).isEqualTo(before.get(0));
    assertThat(after.get(1)).isNotEqualTo(before.get(1));
    assertThat(after.get(2)).isEqualTo(before.get(2));
  }

  @Test
  void radiomicsThatNoSyntheticCaseHasAreRefusedBeforeTheTraining() throws IOException {
    Recipe recipe = recipe(FEATURES.replace("\"fbn:16\"", "\"fbn:16\", range: [1.0e+8, 2.0e+8]"));
    Manifest manifest = pictures(12, recipe);
    assertThatThrownBy(() -> train(manifest, recipe, 2, "out", false, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("fits no synthetic case")
        .hasMessageContaining("features.radiomics of the image CXR")
        .hasMessageContaining("re-segmentation range");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void syntheticCasesThatCannotBeMeasuredAreLeftOut() {
    List<String> made =
        new TestPhantoms()
            .usable(
                recipe(FEATURES).task(),
                2,
                Integer.MAX_VALUE,
                phantom -> {
                  if (phantom.lesion().isEmpty()) {
                    throw new UserException("nothing to be seen");
                  }
                  return phantom.label();
                });
    assertThat(made).containsExactly("finding", "finding");
  }

  @Test
  void itIsExportedAsItIs() throws IOException {
    Recipe recipe = recipe(FEATURES);
    Training.Outcome outcome = train(pictures(12, recipe), recipe, 0, "out", false, Progress.NONE);
    PackageExport.run(outcome.model(), folder.resolve("exported"), Optional.empty());
    assertThat(
            Verification.of(
                    org.radcam.model.FolderPackage.open(folder.resolve("exported")),
                    DeviceChoice.CPU)
                .outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThatThrownBy(
            () ->
                PackageExport.run(
                    outcome.model(),
                    folder.resolve("half"),
                    Optional.of(org.radcam.network.weights.TensorType.F16)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Leave out --type");
  }

  private static final String CONVENTIONAL =
      """
      task: sinonasal
      model:
        id: values
        name: Model of values
        version: 0.0.1
        description: Answers from values.
        intendedUse: Tests.
        limits: [Tests only]
        trainingData: Drawn values.
        obtainingWeights: Run the tests.
        authors: [The RadCAM developers]
        licence: Apache-2.0
      clinical:
        - {field: t2_intensity}
        - {field: adc_value, unknown: typical}
      features:
        classifiers: [logistic-regression]
      seed: 3
      """;

  private Manifest values(int count, Recipe recipe) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder rows = new StringBuilder("case,patient,label,t2_intensity,adc_value\n");
    for (int n = 0; n < count; n++) {
      String label = List.of("scc", "acc", "onb").get(n % 3);
      double adc = (n % 3 == 2 ? 900 : 1200) + 60 * random.nextDouble(-1, 1);
      rows.append("c").append(n).append(",p").append(n / 2).append(',').append(label);
      rows.append(n % 3 == 1 ? ",hyperintense," : ",isointense,");
      rows.append(n % 7 == 0 ? "unknown" : String.valueOf(Math.rint(adc))).append('\n');
    }
    Path manifest = folder.resolve("values.csv");
    Files.writeString(manifest, rows);
    return ManifestReader.read(manifest, ManifestColumns.STANDARD, CaseNeeds.of(recipe));
  }

  @Test
  void aModelOfValuesIsTrainedWithoutAnyImage() throws IOException {
    Recipe recipe = RecipeReader.parse("values.yaml", CONVENTIONAL);
    Training.Outcome outcome = train(values(60, recipe), recipe, 3, "out", false, Progress.NONE);
    ModelCard card = outcome.model().card();
    assertThat(card.hasNetwork()).isFalse();
    assertThat(card.roles()).isEmpty();
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(card.performance().get(0).value()).isGreaterThan(0.85);
    assertThat(card.limits()).noneMatch(limit -> limit.contains("not measured"));
    PackageExport.run(outcome.model(), folder.resolve("exported"), Optional.empty());
    assertThat(folder.resolve("out/training/report.txt")).content().contains("3 clinical");
  }

  @Test
  void theCardTellsThatTheFoldsChoseForThemselves() throws IOException {
    Recipe recipe =
        RecipeReader.parse(
            "values.yaml",
            CONVENTIONAL.replace("[logistic-regression]", "[logistic-regression, naive-bayes]"));
    Training.Outcome outcome = train(values(60, recipe), recipe, 2, "out", false, Progress.NONE);
    assertThat(outcome.model().card().performance().get(0).method())
        .contains("the classifier chosen anew in each fold")
        .contains("the model's own by the out-of-fold predictions");
    assertThat(outcome.model().card().trainingData()).contains("best out-of-fold predictions");
    assertThat(outcome.report())
        .anyMatch(line -> line.contains("is not that of the kept classifier, but of those chosen"));
  }

  @Test
  void withoutFoldsTheClassifierIsChosenOnTheValidationPatientsAndAllAnswersAreWritten()
      throws IOException {
    Recipe recipe = recipe(FEATURES.replace("logistic-regression", "naive-bayes, extra-trees"));
    Manifest all = pictures(24, recipe);
    Map<String, Split> splits = new LinkedHashMap<>();
    List<Split> turns = List.of(Split.TRAIN, Split.TRAIN, Split.VALIDATION, Split.TEST);
    for (TrainingCase one : all.cases()) {
      int patient = Integer.parseInt(one.patient().substring("patient".length()));
      splits.put(one.id(), turns.get(patient / 2 % turns.size()));
    }

    Training.Outcome outcome =
        train(all.withSplits(splits), recipe, 0, "out", false, Progress.NONE);

    assertThat(outcome.model().card().trainingData())
        .contains("the one with the best answers for the validation patients");
    assertThat(outcome.report())
        .anyMatch(line -> line.matches("Classifier .*: validation AUC .*; kept\\."));
    Path work = folder.resolve("out/training");
    List<String> lines = Files.readAllLines(work.resolve("classifier-predictions.csv"));
    assertThat(lines).hasSize(1 + 2 * 24);
    assertThat(lines.get(0)).isEqualTo("case,patient,split,model,label,p_no_finding,p_finding");
    // What the kept one answers is what the package answers.
    List<String> kept =
        Files.readAllLines(work.resolve("package-predictions.csv")).stream()
            .map(line -> line.replaceFirst("(,[^,]*,[^,]*),[^,]*,", "$1,"))
            .toList();
    assertThat(lines.stream().map(line -> line.replaceFirst("(,[^,]*,[^,]*),[^,]*,", "$1,")))
        .containsAll(kept);
  }

  @Test
  void aMixtureOfImagesWithAndWithoutAScaleIsRefusedWhereMillimetresAreMeasured()
      throws IOException {
    Recipe recipe = recipe(FEATURES.replace("[statistics, histogram]", "[morphology]"));
    Manifest manifest = pictures(12, recipe);
    Path file = manifest.training().get(3).files().images().get("CXR");
    Volume values = ImageFiles.read(file).volume();
    GreyPng.write(
        file, new Volume(Geometry.millimetres(values.size(), 0.5, 0.5, 1), values.voxels()));
    assertThatThrownBy(() -> train(manifest, recipe, 2, "out", false, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("case '" + manifest.training().get(3).id() + "' does,")
        .hasMessageContaining("case '" + manifest.cases().get(0).id() + "' does not");
    assertThat(folder.resolve("out")).doesNotExist();
    Recipe others = recipe(FEATURES);
    assertThat(new CaseImages(TinyData.plan(manifest, others)).digests(manifest.cases().get(3)))
        .hasSize(3);
  }

  @Test
  void recipesThatMakeNoSenseAreRefusedWithTheirLine() {
    refused(CONVENTIONAL + "optimiser: {kind: adamw}\\n", "none is trained here");
    refused(CONVENTIONAL.replace("[logistic-regression]", "[oracle]"), "no classifier 'oracle'");
    refused(CONVENTIONAL.replace("seed: 3", "combine: mean"), "there is none");
    refused(
        CONVENTIONAL.replace("  classifiers", "  keep: xgboost\\n  classifiers"),
        "none of 'classifiers'");
    refused(
        CONVENTIONAL.replace("  classifiers", "  selection: {method: luck}\\n  classifiers"),
        "expected one of lasso, none");
    refused(
        TinyData.text(2) + "screening: {method: multivariate-logistic}\\n" + FEATURES, "screening");
  }

  private static void refused(String text, String why) {
    String real = text.replace("\\n", "\n");
    assertThatThrownBy(() -> RecipeReader.parse("bad.yaml", real))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("bad.yaml, line ")
        .hasMessageContaining(why);
  }

  @Test
  void anUntrainedNetworkNeedsWeightsToBeginFrom() throws IOException {
    String frozen =
        TinyData.text(2)
            .replaceAll("(?m)^(augmentation|optimiser|schedule|loss):.*\\R", "")
            .replace("dropout: 0.1}", "train: false}");
    Recipe recipe = RecipeReader.parse("frozen.yaml", frozen + FEATURES);
    Manifest manifest = pictures(12, recipe);
    assertThatThrownBy(() -> train(manifest, recipe, 0, "out", false, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--init");
    Recipe learns = recipe(FEATURES);
    Training.Outcome first = train(pictures(12, learns), learns, 0, "first", false, Progress.NONE);
    Training.Outcome outcome =
        Training.run(
            new Training.Request(
                manifest,
                recipe,
                Optional.of(InitialWeights.of(first.model())),
                2,
                folder.resolve("frozen"),
                false,
                DeviceChoice.CPU),
            Progress.NONE);
    assertThat(outcome.model().card().trainingData()).contains("Began from the weights");
    assertThat(Verification.of(outcome.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }
}
