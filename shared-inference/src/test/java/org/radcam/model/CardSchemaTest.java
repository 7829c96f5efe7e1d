package org.radcam.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.network.Architecture;
import org.radcam.network.Architectures;
import org.radcam.prepare.ModalityUnits;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resample;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiCrop;
import org.radcam.prepare.Window;
import org.radcam.prepare.ZScore;
import org.radcam.radiomics.FeatureFamily;
import org.radcam.task.Tasks;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published schema and the reader must agree on what a card may say. */
class CardSchemaTest {
  private static final String NAME = "radcam-card.schema.json";

  private static String schemaText() throws IOException {
    try (InputStream in = CardReader.class.getResourceAsStream(NAME)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Set<ValidationMessage> refusals(String card) throws IOException {
    JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaText());
    Map<?, ?> rdf = yaml().load(card);
    Object part = ((Map<?, ?>) rdf.get("config")).get("radcam");
    return schema.validate(yaml().dump(part), InputFormat.YAML);
  }

  private static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }

  private static ModelCard everyStep() {
    List<PreparationStep> steps =
        List.of(
            new ModalityUnits(),
            new Window(40, 400),
            new ZScore(),
            new ZScore(0.1),
            new Resample(0.5, 0.5, 0),
            new RoiCrop(10),
            new Resize(64, 48, 1, Resize.Aspect.STRETCH),
            new Normalise(0, 1));
    return TestCards.definition()
        .inputs(List.of(new InputSpec("CXR", new Preparation(steps))))
        .domain(new PackageFile("domain.safetensors", "0".repeat(64)))
        .build();
  }

  @Test
  void whatIsWrittenFitsTheSchemaAndIsReadBack() throws IOException {
    for (ModelCard card :
        List.of(
            TestCards.definition().build(),
            everyStep(),
            TestCards.fusion().build(),
            TestCards.mean().build(),
            TestCards.mean().missing(MissingImages.REST).build(),
            TestCards.probabilities().build(),
            TestCards.cascade().build(),
            TestCards.features().build(),
            withFiles(TestCards.features()),
            TestCards.conventional().build(),
            withFiles(TestCards.conventional()))) {
      String text = CardWriter.write(card);
      assertThat(refusals(text)).isEmpty();
      assertThat(CardReader.read("rdf.yaml", new StringReader(text))).isEqualTo(card);
    }
  }

  private static ModelCard withFiles(ModelCardBuilder definition) {
    PackageFile model = new PackageFile("features.safetensors", "1".repeat(64));
    ModelCard card = definition.build();
    return card.toBuilder()
        .weights(card.hasNetwork() ? new PackageFile("weights.safetensors", "2".repeat(64)) : model)
        .attachments(
            card.hasNetwork()
                ? List.of(new PackageFile(PackageWriter.PYTHON, "3".repeat(64)))
                : List.of())
        .features(
            card.features()
                .orElseThrow()
                .withModel(model)
                .withTest(
                    new FeatureModelSpec.Test(
                        new PackageFile("test_features.npy", "4".repeat(64)),
                        new PackageFile("test_probabilities.npy", "5".repeat(64)))))
        .build();
  }

  @Test
  void theSchemaKnowsEveryFamilyOfRadiomicsFeatures() throws IOException {
    for (FeatureFamily family : FeatureFamily.values()) {
      assertThat(schemaText()).contains('"' + RadiomicsSpec.word(family) + '"');
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          role: CT                 | role: []
          dimensions: 2            | dimensions: 4
          discretisation: fbs:25.0 | discretisation: 25
          ivh: fbn:100             | ivh: many
          outliers: 3.0            | outliers: 0
          interpolation: cubic     | interpolation: nearest
          round: true              | round: maybe
          step: roi-slice          | step: roi-mean
          - log:2                  | - gabor:2
          - log:2                  | - none
          - size-zone              | - sizes
          radiomics:               | radiomic:
          """)
  void theyAgreeOnFeatures(String good, String bad) throws IOException {
    bothRefuse(TestCards.features(), good, bad);
  }

  @ParameterizedTest
  @ValueSource(strings = {"combine: mean", "temperature: 1", "stages: []"})
  void withoutANetworkNothingIsSaidOfOne(String entry) throws IOException {
    bothRefuse(TestCards.conventional(), "    format: 1", "    format: 1\n    " + entry);
  }

  @Test
  void theSchemaKnowsEveryTaskAndArchitecture() throws IOException {
    for (String key : Tasks.keys()) {
      assertThat(schemaText()).contains('"' + key + '"');
    }
    for (Architecture architecture : Architectures.all()) {
      assertThat(schemaText()).contains('"' + architecture.key() + '"');
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          standing: demo      | standing: clinical
          standing: demo      | standig: demo
          dropout: 0.2        | dropout: often
          dropout: 0.2        | dropout: 1.0
          dropout: 0.2        | depth: 18
          step: photometric   | step: sharpen
          low: 0.5            | low: -1.0
          low: 0.5            | lower: 0.5
          aspect: fit         | aspect: squeeze
          columns: 64         | columns: 6.4
          temperature: 1.25   | temperature: 0
          activation: softmax | activation: relu
          format: 1           | format: 2
          scheme: SCT         | scheme: ICD
          intendedUse: Tests. | use: Tests.
          """)
  void whatTheSchemaRefusesTheReaderRefusesToo(String good, String bad) throws IOException {
    bothRefuse(TestCards.definition(), good, bad);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          field: age                     | feld: age
          unknown: refuse                | unknown: guess
          attention: squeeze-excitation  | attention: some
          attention: squeeze-excitation  | shortcut: C
          attention: squeeze-excitation  | featureStep: 4
          step: roi-slice                | step: roi-slices
          marginMm: 5.0                  | marginMm: -5.0
          marginMm: 5.0                  | margin: 5.0
          """)
  void theyAgreeOnClinicalValuesAndOptions(String good, String bad) throws IOException {
    bothRefuse(TestCards.fusion(), good, bad);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          temperature: 2.0      | temperature: -2.0
          temperature: 2.0      | temp: 2.0
          combine: mean         | combine: sum
          combine: mean         | combine: []
          key: origin           | kee: origin
          widthMm: 24.0         | widthMm: 0
          widthMm: 24.0         | width: 24.0
          step: reference-grid  | step: reference
          key: resnet3d6        | key: resnet3d7
          """)
  void theyAgreeOnStages(String good, String bad) throws IOException {
    bothRefuse(TestCards.cascade(), good, bad);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          combine: probabilities | combine: mean
          combine: probabilities | combine: product
          missing: rest          | missing: some
          key: adc               | key: adc\\n        combine: channels
          - CE-T1WI              | - CE-T1WI\\n          - T2WI
          format: 1              | format: 1\\n    temperature: 1
          """)
  void theyAgreeOnNetworksWhoseProbabilitiesAreCombined(String good, String bad)
      throws IOException {
    bothRefuse(TestCards.probabilities(), good, bad.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "architecture: {key: resnet18, inputChannels: 1}",
        "classes: []",
        "combine: mean",
        "temperature: 1"
      })
  void whatBelongsToAStageDoesNotStandBesideThem(String entry) throws IOException {
    bothRefuse(TestCards.cascade(), "    format: 1", "    format: 1\n    " + entry);
  }

  private static void bothRefuse(ModelCardBuilder card, String good, String bad)
      throws IOException {
    String text = CardWriter.write(card.build());
    assertThat(text).contains(good);
    String broken = text.replaceFirst(Pattern.quote(good), bad);
    assertThat(refusals(broken)).isNotEmpty();
    assertThatThrownBy(() -> CardReader.read("rdf.yaml", new StringReader(broken)))
        .isInstanceOf(UserException.class);
  }
}
