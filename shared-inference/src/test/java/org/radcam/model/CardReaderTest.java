package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.image.Size;

class CardReaderTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private static ModelCard whole() {
    return TestCards.definition()
        .weights(new PackageFile("weights.safetensors", SHA))
        .domain(new PackageFile("domain.safetensors", SHA))
        .test(
            new ModelCard.TestCase(
                new PackageFile("test_input.npy", SHA),
                Optional.empty(),
                new PackageFile("test_output.npy", SHA)))
        .attachments(
            List.of(
                new PackageFile(PackageWriter.README, SHA),
                new PackageFile(PackageWriter.PYTHON, SHA)))
        .build();
  }

  private static ModelCard read(String text) throws IOException {
    return CardReader.read("rdf.yaml", new StringReader(text));
  }

  @Test
  void aWrittenCardIsReadBackAsItWas() throws IOException {
    assertThat(read(CardWriter.write(whole()))).isEqualTo(whole());
  }

  @Test
  void aDefinitionWithoutWeightsIsReadBackAsItWas() throws IOException {
    ModelCard definition = TestCards.definition().build();
    assertThat(read(CardWriter.write(definition))).isEqualTo(definition);
    assertThat(definition.inputSize()).isEqualTo(Size.of(64, 48));
  }

  @Test
  void aCardWithoutLicenceIsReadBackAsItWas() throws IOException {
    Credits credits = new Credits(List.of("A"), Credits.UNSPECIFIED, List.of());
    ModelCard card = TestCards.definition().credits(credits).build();
    assertThat(CardWriter.write(card)).doesNotContain("license");
    assertThat(read(CardWriter.write(card))).isEqualTo(card);
  }

  @Test
  void theSameCardIsWrittenTheSameWay() {
    assertThat(CardWriter.write(whole())).isEqualTo(CardWriter.write(whole()));
  }

  /** Each row changes one text of a good card; the message must say what is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          task: chest-xray       | task: chest-x-ray           | There is no task 'chest-x-ray'
          standing: demo         | standing: clinical          | expected one of demo, research
          standing: demo         | standig: demo               | unknown entry 'standig'
          key: resnet18          | key: resnet19               | no network architecture 'resnet19'
          dropout: 0.2           | dropout: often              | 'dropout' must be a number
          dropout: 0.2           | dropout: NaN                | 'dropout' must be a finite number
          dropout: 0.2           | depth: 18                   | unknown entry 'depth'
          inputChannels: 1       | inputChannels: 0            | input channels
          step: photometric      | step: sharpen               | 'step' is 'sharpen'
          low: 0.5               | low: 99.9                   | Percentiles need
          role: CXR              | role: CT                    | no image role 'CT'
          temperature: 1.25      | temperature: 0              | temperature must be above 0
          temperature: 1.25      | temperature: [1]            | 'temperature' must be a text
          activation: softmax    | activation: relu            | expected one of softmax, sigmoid
          value: '17621005'      | value: '17621006'           | the task says SCT 17621005
          key: no_finding        | key: normal                 | the task says none
          value: 0.71            | value: 0.51                 | does not lie in its interval
          type: model            | type: dataset               | expected one of model
          format_version: 0.5.14 | format_version: 0.4.10      | format 0.5
          format: 1              | format: 2                   | this RadCAM reads format 1
          id: tiny-chest         | id: ../tiny                 | id has lower-case letters
          version: 1.2.3         | version: one                | three numbers
          license: Apache-2.0    | license: free for all       | SPDX
          license: Apache-2.0    | licence: Apache-2.0         | unknown entry 'licence'
          source: weights.safetensors | source: ../weights.safetensors | package file's name
          source: weights.safetensors | source: weights.pt          | .safetensors
          source: domain.safetensors  | source: /etc/passwd         | package file's name
          pytorch_state_dict:    | tensorflow_js:              | unknown entry 'tensorflow_js'
          doi: 10.1109/CVPR.2016.90 | dio: 10.1109             | unknown entry 'dio'
          """)
  void aCardWithAnErrorIsRefusedAndTheMessageSaysWhat(String good, String bad, String message) {
    String text = CardWriter.write(whole());
    assertThat(text).contains(good);
    String broken = text.replaceFirst(Pattern.quote(good), bad);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("rdf.yaml, line ")
        .hasMessageContaining(message);
  }

  @Test
  void theMessageNamesTheLineOfTheFault() {
    String text = CardWriter.write(whole()).replace("dropout: 0.2", "dropout: often");
    long line = text.substring(0, text.indexOf("dropout: often")).lines().count();
    assertThatThrownBy(() -> read(text)).hasMessageContaining("line " + line + " ");
  }

  @Test
  void aFaultOfTheBioimageioPartIsNamedByItsOwnLine() {
    String text = CardWriter.write(whole()).replace("version: 1.2.3", "version: one");
    assertThatThrownBy(() -> read(text)).hasMessageStartingWith("rdf.yaml, line 5: A model's");
  }

  @Test
  void aParameterThatAStepDoesNotHaveIsRefused() {
    String text =
        CardWriter.write(whole()).replaceFirst("(\\n *)- step: photometric", "$0$1  strength: 2");
    assertThatThrownBy(() -> read(text)).hasMessageContaining("unknown entry 'strength'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "- a", "a: [", "a: *b", "!!javax.script.ScriptEngineManager [x]", "\0"})
  void whatIsNoCardIsRefusedWithoutRunningAnything(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("rdf.yaml");
  }

  @Test
  void aBillionLaughsAreRefused() {
    StringBuilder text = new StringBuilder("type: &a0 [model]\n");
    for (int n = 1; n < 30; n++) {
      text.append("k" + n + ": &a" + n + " [*a" + (n - 1) + ", *a" + (n - 1) + "]\n");
    }
    assertThatThrownBy(() -> read(text.toString())).isInstanceOf(UserException.class);
  }

  /** Each row changes one text of the bioimage.io part, which must say what our part says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          size: 48      | size: 64              | the preparation makes 48 along y, but this says 64
          size: 64      | size: 64.5            | must be a whole number
          id: y         | id: x                 | this axis must be y
          type: space   | type: time            | the axes must be [batch, channel, space, space]
          - cxr         | - ct                  | makes the channels [cxr], not [ct]
          - finding     | - sinding             | makes the channels [finding, no_finding]
          type: float32 | type: float64         | expected one of float32
          axes:         | axis:                 | the axes must be
          """)
  void aBioimageioPartThatDisagreesIsRefused(String good, String bad, String message) {
    String text = CardWriter.write(whole());
    assertThat(text).contains(good);
    String broken = text.replaceFirst(Pattern.quote(good), bad);
    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("rdf.yaml, line ")
        .hasMessageContaining(message);
  }

  @Test
  void theLineOfADisagreementIsItsOwn() {
    String text = CardWriter.write(whole()).replaceFirst("size: 48", "size: 50");
    long line = text.substring(0, text.indexOf("size: 50")).lines().count();
    assertThatThrownBy(() -> read(text)).hasMessageContaining("line " + line + " ");
  }

  @Test
  void logitsInAnotherOrderThanTheClassesAreRefused() {
    String text =
        CardWriter.write(whole())
            .replaceFirst("- finding\\n( *)- no_finding", "- no_finding\n$1- finding");
    assertThatThrownBy(() -> read(text)).hasMessageContaining("not [no_finding, finding]");
  }

  @Test
  void aModelWithClinicalValuesNeedsATensorForThem() {
    String text =
        CardWriter.write(TestCards.fusion().build())
            .replaceFirst("(?s)  - id: clinical.*?outputs:", "outputs:");
    assertThatThrownBy(() -> read(text)).hasMessageContaining("has 2 tensors as inputs, not 1");
  }

  @Test
  void channelsOfSeveralImagesNetworksAndValuesAreNamedOneByOne() {
    assertThat(CardTensors.inputs(TestCards.cascade().build()).get(0).channels())
        .containsExactly("origin_t1wi", "lung_ce-t1wi", "lung_dwi", "non_lung_mean");
    assertThat(CardTensors.outputs(TestCards.cascade().build()).get(0).channels())
        .containsExactly(
            "origin.lung",
            "origin.non_lung",
            "lung.sclc",
            "lung.nsclc",
            "non_lung.bc",
            "non_lung.gic");
    assertThat(CardTensors.inputs(TestCards.fusion().build()).get(0).channels())
        .containsExactly("ct_1", "ct_2", "ct_3");
    assertThat(CardTensors.inputs(TestCards.fusion().build()).get(1).channels())
        .containsExactly("age", "mineralisation_location_1", "mineralisation_location_2");
    assertThat(CardTensors.inputs(TestCards.mean().build()).get(0).channels())
        .containsExactly("mean_1", "mean_2", "mean_3");
  }
}
