package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.model.ClinicalInput;
import org.radcam.model.Combine;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.PackageFile;
import org.radcam.model.RadiomicsSpec;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiCrop;
import org.radcam.radiomics.FeatureFamily;
import org.radcam.tabular.LinearClassifier;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularFile;
import org.radcam.tabular.TabularModel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/** Models that answer from named features. */
class FeatureClassifierTest {
  private static final Task VERTEBRA = Tasks.get("vertebral-fracture");
  private static final Task SINONASAL = Tasks.get("sinonasal");

  /** Not the task's order. */
  private static final List<String> CLASSES = List.of("class_2", "class_0", "class_1");

  @TempDir private Path folder;

  private static ModelCardBuilder deepCard() {
    return TinyModel.unweighted()
        .task(VERTEBRA)
        .inputs(
            List.of(
                new InputSpec(
                    "XR",
                    new Preparation(
                        List.of(
                            new Photometric(),
                            new RoiCrop(4),
                            new Resize(64, 96, 0, Resize.Aspect.STRETCH),
                            new Normalise(100, 50))))))
        .stages(
            List.of(
                Stage.only(
                    VERTEBRA,
                    CLASSES,
                    List.of("XR"),
                    Combine.CHANNELS,
                    ArchitectureSpec.of("resnet18", 1, 3).withWidth(0.125),
                    1)))
        .features(
            new FeatureModelSpec(
                CLASSES, Optional.empty(), List.of(radiomics()), Optional.empty()));
  }

  private static RadiomicsSpec radiomics() {
    return new RadiomicsSpec(
        "",
        "XR",
        new Preparation(List.of(new Photometric())),
        2,
        "fbn:16",
        Optional.empty(),
        List.of(),
        OptionalDouble.empty(),
        List.of(),
        false,
        false,
        List.of("none", "log:2"),
        EnumSet.of(FeatureFamily.STATISTICS, FeatureFamily.MORPHOLOGY));
  }

  /** Pixels that are not square, a region that is no rectangle. */
  private static Case vertebra(LengthUnit unit) {
    Size size = Size.of(70, 90);
    float[] values = new float[size.voxels()];
    Random random = new Random(5);
    BitSet inside = new BitSet();
    for (int j = 0; j < size.rows(); j++) {
      for (int i = 0; i < size.columns(); i++) {
        values[size.index(i, j, 0)] = (float) (100 + i + 20 * random.nextGaussian());
        if (Math.hypot((i - 30) / 20.0, (j - 50) / 28.0) < 1) {
          inside.set(size.index(i, j, 0));
        }
      }
    }
    Geometry grid =
        new Geometry(
            size, new Vector3(0.7, 0.5, 1), new Vector3(0, 0, 0), Direction.IDENTITY, unit);
    SourceImage image = new SourceImage("spine", new Volume(grid, values), ImageTraits.UNKNOWN);
    return new Case("v1", Map.of("XR", image), Optional.of(new Mask(grid, inside)), Map.of());
  }

  private static TabularModel linear(List<String> features, long seed) {
    Random random = new Random(seed);
    float[][] weights = new float[3][features.size()];
    float[] centres = new float[features.size()];
    float[] scales = new float[features.size()];
    for (int j = 0; j < features.size(); j++) {
      for (float[] row : weights) {
        row[j] = (float) random.nextGaussian();
      }
      centres[j] = (float) random.nextGaussian();
      scales[j] = features.get(j).startsWith("deep") ? 0.5f + random.nextFloat() : 300;
    }
    return new TabularModel(
        features,
        new Standardiser(centres, scales),
        new LinearClassifier(weights, new float[] {0.1f, -0.2f, 0.3f}));
  }

  private TinyModel model(ModelCardBuilder builder, TabularModel second) throws IOException {
    ModelCard card = builder.build();
    Path file = folder.resolve("features.safetensors");
    TabularFile.write(file, second);
    PackageFile model = new PackageFile("features.safetensors", Digests.sha256(file));
    FeatureModelSpec spec = card.features().orElseThrow().withModel(model);
    if (!card.hasNetwork()) {
      return new TinyModel(card.toBuilder().weights(model).features(spec).build(), folder);
    }
    ModelCard bare = card.toBuilder().features(null).build();
    TinyModel network = TinyModel.of(bare, folder, 3);
    return network.with(network.card().toBuilder().features(spec).build());
  }

  private static final List<String> SELECTED =
      List.of(
          "radiomics:stat_mean",
          "deep_7",
          "radiomics:log:2:stat_var",
          "deep_0",
          "radiomics:morph_volume",
          "deep_63");

  @Test
  void theHeatMapOfALinearModelIsExactlyTheDeepPartOfTheAnswer() throws IOException {
    TabularModel second = linear(SELECTED, 1);
    try (Classifier classifier = Classifier.open(model(deepCard(), second), DeviceChoice.CPU)) {
      for (String key : CLASSES) {
        Result result =
            classifier.classify(
                vertebra(LengthUnit.MILLIMETRE),
                new ClassifyOptions(ClassifyOptions.Explain.ofClass(key), "grad-cam"));
        double sum = 0;
        for (float value : result.heatMap().orElseThrow().raw().voxels()) {
          sum += value;
        }
        double constant = 0;
        int label = CLASSES.indexOf(key);
        double[][] w = second.linear().orElseThrow().weights();
        for (int j : new int[] {1, 3, 5}) {
          double others = 0;
          for (int c = 0; c < 3; c++) {
            others += c == label ? 0 : w[c][j] / 2;
          }
          constant += (w[label][j] - others) * second.standardiser().centres()[j];
        }
        Contribution deep = contribution(result, key, "deep");
        assertThat(deep.kind()).isEqualTo(Contribution.Kind.DEEP);
        assertThat(sum - constant).as(key).isCloseTo(deep.logOdds(), within(1e-4));
        assertThat(result.roiScores()).isPresent();
      }
    }
  }

  private static Contribution contribution(Result result, String classKey, String source) {
    return result.contributions().stream()
        .filter(one -> one.classKey().equals(classKey) && one.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void contributionsAddUpToTheEvidenceForTheClass() throws IOException {
    TabularModel second = linear(SELECTED, 2);
    try (Classifier classifier = Classifier.open(model(deepCard(), second), DeviceChoice.CPU)) {
      Result result = classifier.classify(vertebra(LengthUnit.MILLIMETRE), ClassifyOptions.DEFAULT);
      assertThat(result.contributions()).hasSize(3 * 4);
      for (ClassScore score : result.scores()) {
        double others = 0;
        double base = 0;
        double[] intercepts = second.linear().orElseThrow().intercepts();
        for (ClassScore other : result.scores()) {
          int at = CLASSES.indexOf(other.label().key());
          others += other.equals(score) ? 0 : other.logit() / 2;
          base += other.equals(score) ? intercepts[at] : -intercepts[at] / 2;
        }
        double sum =
            result.contributions().stream()
                .filter(one -> one.classKey().equals(score.label().key()))
                .mapToDouble(Contribution::logOdds)
                .sum();
        assertThat(base + sum).isCloseTo(score.logit() - others, within(1e-6));
      }
      assertThat(result.scores().stream().mapToDouble(ClassScore::probability).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(result.warnings()).extracting(Warning::code).doesNotContain("pixel-size");
      assertThat(result.audit().preparation()).containsKeys("XR", "XR (radiomics)");
    }
  }

  @Test
  void aMethodThatApproximatesIsRefusedWhereTheMapIsExact() throws IOException {
    try (Classifier classifier =
        Classifier.open(model(deepCard(), linear(SELECTED, 1)), DeviceChoice.CPU)) {
      assertThatThrownBy(
              () ->
                  classifier.classify(
                      vertebra(LengthUnit.MILLIMETRE),
                      new ClassifyOptions(ClassifyOptions.Explain.PREDICTED, "layer-cam")))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("Choose grad-cam or hires-cam");
      assertThat(
              classifier
                  .classify(
                      vertebra(LengthUnit.MILLIMETRE),
                      new ClassifyOptions(ClassifyOptions.Explain.NOTHING, "layer-cam"))
                  .heatMap())
          .isEmpty();
    }
  }

  @Test
  void whereNoDeepFeatureWasSelectedThereIsNoMapAndAReason() throws IOException {
    TabularModel second = linear(List.of("radiomics:stat_mean", "radiomics:stat_cov"), 4);
    List<InputSpec> uncropped =
        List.of(
            new InputSpec(
                "XR", new Preparation(List.of(new Resize(64, 96, 0, Resize.Aspect.STRETCH)))));
    try (Classifier classifier =
        Classifier.open(model(deepCard().inputs(uncropped), second), DeviceChoice.CPU)) {
      Result result = classifier.classify(vertebra(LengthUnit.PIXEL), ClassifyOptions.DEFAULT);
      assertThat(result.heatMap()).isEmpty();
      assertThat(result.warnings()).extracting(Warning::code).contains("no-map", "pixel-size");
    }
  }

  @Test
  void aFeatureWithoutAValueIsThatOfTheTypicalCaseWithAWarning() throws IOException {
    // The spread of intensities against their mean is not defined where all are 0.
    TabularModel second = linear(List.of("radiomics:stat_cov", "deep_1"), 4);
    Case good = vertebra(LengthUnit.MILLIMETRE);
    Volume volume = good.images().get("XR").volume();
    float[] even = volume.voxels().clone();
    good.roi().orElseThrow().voxels().stream().forEach(n -> even[n] = 0);
    Case flat =
        new Case(
            "flat",
            Map.of(
                "XR",
                new SourceImage("flat", new Volume(volume.geometry(), even), ImageTraits.UNKNOWN)),
            good.roi(),
            Map.of());
    try (Classifier classifier = Classifier.open(model(deepCard(), second), DeviceChoice.CPU)) {
      Result result = classifier.classify(flat, ClassifyOptions.DEFAULT);
      boolean undefined =
          result.warnings().stream().anyMatch(w -> w.code().equals("feature-undefined"));
      double contribution = contribution(result, "class_0", "radiomics:stat_cov").logOdds();
      assertThat(undefined).isTrue();
      assertThat(contribution).isZero();
    }
  }

  @Test
  void featuresThatTheCardDoesNotProvideAreRefusedWhenThePackageIsOpened() throws IOException {
    for (String bad :
        List.of("deep_64", "radiomics:log:3:stat_mean", "clinical:age", "stat_mean", "deep_01")) {
      TinyModel wrong = model(deepCard(), linear(List.of("deep_1", bad), 1));
      assertThatThrownBy(() -> Classifier.open(wrong, DeviceChoice.CPU))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("takes the feature '" + bad + "'");
    }
    TinyModel unknown = model(deepCard(), linear(List.of("radiomics:stat_beauty"), 1));
    try (Classifier classifier = Classifier.open(unknown, DeviceChoice.CPU)) {
      assertThatThrownBy(
              () -> classifier.classify(vertebra(LengthUnit.MILLIMETRE), ClassifyOptions.DEFAULT))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("no radiomics feature of that name");
    }
  }

  private static ModelCardBuilder conventionalCard() {
    return TinyModel.unweighted()
        .task(SINONASAL)
        .inputs(List.of())
        .stages(List.of())
        .clinical(
            List.of(
                new ClinicalInput("t2_intensity", List.of(0.5, 0.25), List.of(0.5, 0.4), false),
                new ClinicalInput("adc_value", List.of(1100.0), List.of(180.0), true)))
        .features(
            new FeatureModelSpec(
                List.of("onb", "scc", "acc"), Optional.empty(), List.of(), Optional.empty()));
  }

  private static TabularModel conventional() {
    return new TabularModel(
        List.of("clinical:adc_value", "clinical:t2_intensity=hyperintense"),
        new Standardiser(new float[] {1100, 0.25f}, new float[] {200, 0.5f}),
        new LinearClassifier(
            new float[][] {{-1, 0}, {0, -1}, {0.5f, 2}}, new float[] {0, 0.5f, 0}));
  }

  @Test
  void aModelOfClinicalValuesNeedsNoImageAndNoRegion() throws IOException {
    TinyModel model = model(conventionalCard(), conventional());
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      Case subject =
          new Case(
              "s",
              Map.of(),
              Optional.empty(),
              Map.of("t2_intensity", "hyperintense", "adc_value", "1500", "sex", "female"));
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      assertThat(result.predicted().label().key()).isEqualTo("acc");
      assertThat(result.heatMap()).isEmpty();
      assertThat(result.grids()).isEmpty();
      assertThat(result.warnings()).extracting(Warning::code).containsExactly("no-map");
      assertThat(result.audit().device()).contains("without a network");
      assertThat(result.audit().weightsSha256()).isEqualTo(model.card().weights().get().sha256());
      // Margins: onb -2, scc 0.5 - 1.5, acc 1 + 3.
      double[] e = {Math.exp(-2), Math.exp(-1), Math.exp(4)};
      assertThat(result.predicted().probability())
          .isCloseTo(e[2] / (e[0] + e[1] + e[2]), within(1e-9));
      assertThat(contribution(result, "acc", "t2_intensity").logOdds())
          .isCloseTo(3 - (0 - 1.5) / 2, within(1e-6));
      assertThat(ResultJson.toJson(result).get("heat_map").isJsonNull()).isTrue();
    }
  }

  @Test
  void imagesThatItDoesNotTakeDoNotTroubleIt() throws IOException {
    Case spine = vertebra(LengthUnit.MILLIMETRE);
    Case subject =
        new Case(
            "s",
            Map.of("ADC", spine.images().get("XR")),
            spine.roi(),
            Map.of("t2_intensity", "isointense"));
    try (Classifier classifier =
        Classifier.open(model(conventionalCard(), conventional()), DeviceChoice.CPU)) {
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      assertThat(result.warnings())
          .extracting(Warning::code)
          .containsExactlyInAnyOrder("unknown-value", "no-map");
      List<String> refused = new ArrayList<>();
      for (Map<String, String> values :
          List.of(
              Map.of("adc_value", "1200"),
              Map.of("t2_intensity", "green"),
              Map.of("t2_intensity", "isointense", "adc_value", "12"))) {
        try {
          classifier.classify(
              new Case("s", Map.of(), Optional.empty(), values), ClassifyOptions.DEFAULT);
        } catch (UserException e) {
          refused.add(e.getMessage());
        }
      }
      assertThat(refused).hasSize(3);
      assertThat(refused.get(0)).contains("needs the value");
    }
  }

  @Test
  void aDefinitionSaysThatItNeedsWeights() {
    TinyModel definition = new TinyModel(conventionalCard().build(), folder);
    assertThatThrownBy(() -> Classifier.open(definition, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs weights");
  }
}
