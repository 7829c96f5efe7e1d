package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

/** Cards of models that answer from named features. */
class FeatureCardTest {
  private static final PackageFile MODEL = new PackageFile("features.safetensors", "1".repeat(64));

  @Test
  void withoutANetworkThereIsNothingForBioimageIoSoftwareToRun() throws IOException {
    ModelCard card = TestCards.conventional().build();
    assertThat(card.roles()).isEmpty();
    assertThat(card.clinicalNumbers()).isZero();
    assertThat(card.logitNames()).isEmpty();
    assertThatThrownBy(card::referenceRole)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("takes no image");
    String text = CardWriter.write(card);
    assertThat(text).doesNotContain("weights:").contains("inputs: []", "outputs: []");
  }

  @Test
  void itsWeightsAreTheSecondLevelsFile() throws IOException {
    ModelCard card =
        TestCards.conventional()
            .weights(MODEL)
            .features(TestCards.conventional().build().features().orElseThrow().withModel(MODEL))
            .build();
    ModelCard read = CardReader.read("rdf.yaml", new StringReader(CardWriter.write(card)));
    assertThat(read.weights()).contains(MODEL);
    assertThat(read.files()).containsExactly(MODEL);
  }

  @Test
  void theNetworksOutputSaysThatItIsNotTheAnswer() {
    ModelCard card = TestCards.features().build();
    assertThat(CardTensors.outputs(card).get(0).description())
        .contains("does not answer with them");
    assertThat(CardTensors.inputs(card)).hasSize(1);
    assertThat(CardDocument.of(card)).contains("A second level answers", "2D, fbs:25.0");
  }

  @Test
  void anImageIsNeededForRadiomicsToo() {
    FeatureModelSpec features = TestCards.features().build().features().orElseThrow();
    ModelCard card =
        TestCards.features().inputs(List.of()).stages(List.of()).features(features).build();
    assertThat(card.referenceRole().key()).isEqualTo("CT");
    assertThat(card.needsRoi()).isTrue();
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    FeatureModelSpec features = TestCards.features().build().features().orElseThrow();
    refused(
        TestCards.features().stages(TestCards.fusion().build().stages()),
        "Clinical values go to the second level");
    refused(
        TestCards.features()
            .features(
                new FeatureModelSpec(
                    List.of("osteoid", "chondroid"),
                    Optional.empty(),
                    List.of(),
                    Optional.empty())),
        "different orders");
    refused(
        TestCards.features()
            .features(
                new FeatureModelSpec(
                    List.of("a", "b"), Optional.empty(), List.of(), Optional.empty())),
        "are not those of task bone-matrix");
    refused(TestCards.features().stages(List.of()), "no network that takes it");
    refused(TestCards.features().features(features.withModel(MODEL)), "come together");
    refused(TestCards.conventional().clinical(List.of()), "nothing to answer from");
    refused(TestCards.cascade().features(features), "not those of task brain-metastasis");
  }

  private static void refused(ModelCardBuilder card, String why) {
    assertThatThrownBy(card::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void radiomicsAreNotMeasuredOnACroppedImage() {
    String text =
        CardWriter.write(TestCards.features().build())
            .replaceFirst(
                "- step: roi-slice(?=\n +dimensions)",
                "- step: roi-crop\n              marginMm: 3");
    assertThatThrownBy(() -> CardReader.read("rdf.yaml", new StringReader(text)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("roi-crop")
        .hasMessageContaining("give 'spacing'");
  }
}
