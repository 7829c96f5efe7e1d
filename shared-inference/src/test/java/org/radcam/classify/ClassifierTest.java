package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.PackageFile;
import org.radcam.prepare.AppliedStep;

class ClassifierTest {
  @TempDir Path folder;
  private TinyModel model;

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyModel.in(folder, 7);
  }

  @Test
  void everyClassOfTheTaskGetsItsOwnProbabilityWhateverTheOrderOfTheLogits() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Result result = classifier.classify(subject(1), ClassifyOptions.DEFAULT);
      List<ClassScore> scores = result.scores();
      assertThat(scores)
          .extracting(score -> score.label().key())
          .containsExactly("no_finding", "finding");
      double sum = scores.get(0).probability() + scores.get(1).probability();
      assertThat(sum).isCloseTo(1, within(1e-12));
      double odds = Math.log(scores.get(1).probability() / scores.get(0).probability());
      assertThat(odds).isCloseTo(scores.get(1).logit() - scores.get(0).logit(), within(1e-9));
    }
  }

  @Test
  void theTemperatureOfTheCardCalibratesTheProbabilitiesAndLeavesTheLogits() {
    TinyModel cooled = model.withStage(model.card().onlyStage().withTemperature(2));
    try (Classifier plain = Classifier.open(model, DeviceChoice.CPU);
        Classifier calibrated = Classifier.open(cooled, DeviceChoice.CPU)) {
      Result before = plain.classify(subject(1), ClassifyOptions.DEFAULT);
      Result after = calibrated.classify(subject(1), ClassifyOptions.DEFAULT);
      assertThat(after.scores().get(0).logit()).isEqualTo(before.scores().get(0).logit());
      assertThat(logOdds(after)).isCloseTo(logOdds(before) / 2, within(1e-9));
    }
  }

  private static double logOdds(Result result) {
    return Math.log(result.scores().get(0).probability() / result.scores().get(1).probability());
  }

  @Test
  void theHeatMapLiesOnTheSourceGridAndExplainsTheClassThatWasAskedFor() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Case subject = subject(1);
      Result finding =
          classifier.classify(subject, new ClassifyOptions(Explain.ofClass("finding"), "grad-cam"));
      Result none =
          classifier.classify(
              subject, new ClassifyOptions(Explain.ofClass("no_finding"), "grad-cam"));
      HeatMap map = finding.heatMap().orElseThrow();
      assertThat(map.classKey()).isEqualTo("finding");
      assertThat(map.onSource().geometry()).isEqualTo(subject.images().get("CXR").geometry());
      // 64 x 96 voxels at a stride of 32.
      assertThat(map.raw().size()).isEqualTo(Size.of(2, 3));
      // With a mean and a linear layer as head, the mean of the map is logit minus bias; the two
      // maps differ as the two rows of weights do.
      assertThat(none.heatMap().orElseThrow().raw().voxels()).isNotEqualTo(map.raw().voxels());
    }
  }

  @Test
  void withoutAHeatMapTheProbabilitiesAreTheSame() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Result with = classifier.classify(subject(1), ClassifyOptions.DEFAULT);
      Result without =
          classifier.classify(subject(1), new ClassifyOptions(Explain.NOTHING, "grad-cam"));
      assertThat(without.heatMap()).isEmpty();
      assertThat(without.scores()).isEqualTo(with.scores());
    }
  }

  @Test
  void heatInTheRegionIsReportedAndTheRegionDoesNotChangeTheAnswer() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Case plain = subject(1);
      Geometry grid = plain.images().get("CXR").geometry();
      BitSet all = new BitSet();
      all.set(0, grid.size().voxels());
      Case marked = new Case("x", plain.images(), Optional.of(new Mask(grid, all)), Map.of());
      Result result = classifier.classify(marked, ClassifyOptions.DEFAULT);
      assertThat(result.scores())
          .isEqualTo(classifier.classify(plain, ClassifyOptions.DEFAULT).scores());
      assertThat(result.roiScores().orElseThrow().areaShare()).isEqualTo(1);
      assertThat(result.roiScores().orElseThrow().share()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void threadsThatShareAClassifierGetTheAnswersThatTheyWouldGetAlone() throws Exception {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      List<Result> alone = new ArrayList<>();
      for (int seed = 0; seed < 8; seed++) {
        alone.add(classifier.classify(subject(seed), ClassifyOptions.DEFAULT));
      }
      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Future<Result>> together = new ArrayList<>();
        for (int n = 0; n < 32; n++) {
          Case subject = subject(n % 8);
          together.add(pool.submit(() -> classifier.classify(subject, ClassifyOptions.DEFAULT)));
        }
        for (int n = 0; n < 32; n++) {
          Result result = together.get(n).get();
          assertThat(result.scores()).isEqualTo(alone.get(n % 8).scores());
          assertThat(result.heatMap().orElseThrow().raw().voxels())
              .isEqualTo(alone.get(n % 8).heatMap().orElseThrow().raw().voxels());
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  @Test
  void theAuditRecordSaysWhatWasDoneToWhichBytesOnWhat() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      AuditRecord audit = classifier.classify(subject(1), ClassifyOptions.DEFAULT).audit();
      assertThat(audit.preparation().get("CXR"))
          .extracting(AppliedStep::step)
          .containsExactly("photometric", "resize", "percentile-range", "normalise");
      assertThat(audit.weightsSha256()).isEqualTo(model.card().weights().orElseThrow().sha256());
      assertThat(audit.inputSha256().get("CXR")).hasSize(64);
      assertThat(audit.device()).contains("CPU").contains("PyTorch");
      assertThat(audit.softwareVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
  }

  @Test
  void theJsonHoldsTheWholeResult() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Result result = classifier.classify(subject(1), ClassifyOptions.DEFAULT);
      String text = ResultJson.text(ResultJson.toJson(result));
      assertThat(text)
          .contains("\"predicted\": \"" + result.predicted().label().key() + "\"")
          .contains("research only, not for clinical use")
          .contains("\"roi\": null")
          .contains(result.audit().weightsSha256());
    }
  }

  @Test
  void aModelWithoutWeightsSaysThatItNeedsThemAndHowToGetThem() {
    TinyModel bare = model.with(TinyModel.unweighted().build());
    assertThatThrownBy(() -> Classifier.open(bare, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs weights")
        .hasMessageContaining("./radcam train");
  }

  @Test
  void weightsThatAreNotThoseOfTheCardAreRefused() throws IOException {
    Files.write(folder.resolve("weights.safetensors"), new byte[100]);
    assertThatThrownBy(() -> Classifier.open(model, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedByTheNamesOfTheirTensors() {
    TinyModel wider =
        model.withStage(
            model
                .card()
                .onlyStage()
                .withArchitecture(model.card().onlyStage().architecture().withWidth(0.25)));
    assertThatThrownBy(() -> Classifier.open(wider, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("conv1.weight");
  }

  @Test
  void anUnknownClassOrMethodIsRefusedWithWhatThereIs() {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      assertThatThrownBy(
              () ->
                  classifier.classify(
                      subject(1), new ClassifyOptions(Explain.ofClass("tumour"), "grad-cam")))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("no_finding, finding");
      assertThatThrownBy(
              () -> classifier.classify(subject(1), new ClassifyOptions(Explain.PREDICTED, "x")))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("grad-cam");
    }
  }

  @Test
  void aClosedClassifierRefusesToAnswerAndMayBeClosedAgain() {
    Classifier classifier = Classifier.open(model, DeviceChoice.CPU);
    classifier.close();
    classifier.close();
    assertThatThrownBy(() -> classifier.classify(subject(1), ClassifyOptions.DEFAULT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aPackageFileCannotLeadOutOfItsPackage() {
    assertThatThrownBy(() -> new PackageFile("../secret", "0".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Case subject(long seed) {
    Geometry grid = Geometry.millimetres(Size.of(150, 200), 1.4, 1.1, 1);
    float[] values = new float[grid.size().voxels()];
    Random random = new Random(seed);
    for (int n = 0; n < values.length; n++) {
      values[n] = (float) (500 * Math.sin(n / (40.0 + seed)) + random.nextInt(200));
    }
    return Case.of(
        "CXR",
        new SourceImage("case " + seed, new Volume(grid, values), ImageTraits.UNKNOWN),
        Optional.empty());
  }
}
