package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.model.ModelCard;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Attention;

class RecipeReaderTest {
  private static final Path RECIPES =
      Path.of("src", "main", "resources", "org", "radcam", "zoo", "train");

  static List<String> recipes() throws IOException {
    try (Stream<Path> files = Files.list(RECIPES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theRecipesThatComeWithRadcamMakeValidCards(String name) {
    Recipe recipe = RecipeReader.builtIn(name);
    Manifest none = new Manifest("none.csv", List.of(), "", name.endsWith("-demo") ? 1 : 0);

    ModelCard plan = TinyData.plan(none, recipe);

    assertThat(name).startsWith(plan.task().key());
    if (plan.hasNetwork()) {
      assertThat(plan.inputSize().columns()).isEqualTo(recipe.inputSize().columns());
    }
    assertThat(recipe.learning().stopping()).isEmpty();
  }

  @Test
  void rolesKeepsSomeOfTheImagesOfTheRecipeThatItBeginsFrom() throws IOException {
    Recipe recipe =
        RecipeReader.parse("adc.yaml", "from: sinonasal-study\nroles: [ADC]\ncombine: channels\n");

    assertThat(recipe.inputs()).hasSize(1);
    assertThat(recipe.stages().get(0).roles()).containsExactly("ADC");
    assertThat(recipe.inputs().get(0))
        .isEqualTo(RecipeReader.builtIn("sinonasal-study").inputs().get(2));
    assertThatThrownBy(
            () -> RecipeReader.parse("dwi.yaml", "from: sinonasal-study\nroles: [DWI]\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dwi.yaml, line 2")
        .hasMessageContaining("no input has the role 'DWI'; there are [T2WI, CE-T1WI, ADC]");
  }

  @Test
  void stageIsWhatAllStagesHaveUnlessTheySayOtherwise() throws IOException {
    Recipe recipe =
        RecipeReader.parse(
            "cascade.yaml",
            """
            from: brain-metastasis-study
            stage: {roles: [DWI], network: {architecture: resnet3d6, dropout: 0.3}}
            stages:
              - {key: origin}
              - {key: lung, roles: [T1WI, DWI]}
              - {key: non_lung, network: {dropout: 0}}
            """);

    assertThat(recipe.stages())
        .extracting(stage -> stage.roles())
        .containsExactly(List.of("DWI"), List.of("T1WI", "DWI"), List.of("DWI"));
    assertThat(recipe.stages())
        .extracting(stage -> stage.architecture().dropout())
        .containsExactly(0.3, 0.3, 0.0);
    assertThat(recipe.stages()).allMatch(stage -> stage.architecture().key().equals("resnet3d6"));
    assertThatThrownBy(
            () -> RecipeReader.parse("x.yaml", "from: bone-matrix\nstage: {roles: [CT]}\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("x.yaml, line 2")
        .hasMessageContaining("'stage' is what all of 'stages' have");
  }

  @Test
  void theQuickFormIsSmallShortAndSaysSoOnItsCard() throws IOException {
    Recipe whole = RecipeReader.builtIn("brain-metastasis-study");
    Recipe quick =
        RecipeReader.parse(
            "quick.yaml",
            "from: brain-metastasis-study\nquick: {size: 17, width: 0.125, epochs: 2}\n");

    assertThat(quick.inputSize()).isEqualTo(new Size(17, 17, 17));
    assertThat(quick.stages()).allMatch(stage -> stage.architecture().width() == 0.125);
    assertThat(quick.learning().schedule().epochs()).isEqualTo(2);
    assertThat(quick.learning().transfer()).isEmpty();
    assertThat(quick.card().name()).isEqualTo(whole.card().name() + " (quick form)");
    assertThat(quick.card().limits()).anyMatch(limit -> limit.startsWith("Quick form"));
    assertThat(quick.learning().optimiser()).isEqualTo(whole.learning().optimiser());
    assertThatThrownBy(
            () ->
                RecipeReader.parse(
                    "quick.yaml", "from: bone-matrix\nquick: {size: 4, width: 1, epochs: 1}\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("quick.yaml, line 2")
        .hasMessageContaining("'size' must be between 9 and 512");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs: 2|epoch: 2|line 21|unknown entry 'epoch'",
        "batchSize: 8|batchSize: 1|line 21|'batchSize' must be between 2 and 4096",
        "learningRate: 0.003|learningRate: quick|line 21|'learningRate' must be a number",
        "kind: adamw|kind: adam|line 20|expected one of adamw, sgd",
        "weightDecay: 0.01|weightDecay: 0.01, momentum: 0.9|line 20|adamw takes no momentum",
        "architecture: resnet18|architecture: resnet19|line 13|'resnet19'",
        "width: 0.125|width: 0|line 13|width = 0",
        "flip: 0.5|flip: 5|line 19|'flip' must be between 0 and 1",
        "balance: class|balance: yes|line 22|expected one of none, class, class-in-stratum",
        "step: resize, columns: 32, rows: 32, aspect: fit|step: photometric|line|no resize step",
        "seed: 3|for: {manifest: 12}|line 23|64 hexadecimal digits",
        "limits: [Tests only]|standing: clinical|line 8|expected one of demo, research",
        "step: normalise|step: normalize|line 18|expected one of",
      })
  void aWrongEntryIsNamedWithItsLine(String good, String bad, String line, String what) {
    String text = TinyData.text(2).replace(good, bad);
    assertThat(text).isNotEqualTo(TinyData.text(2));

    assertThatThrownBy(() -> RecipeReader.parse("tiny.yaml", text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("tiny.yaml")
        .hasMessageContaining(line)
        .hasMessageContaining(what);
  }

  @Test
  void theNetworksOfTheBoneMatrixStudyDifferAsItSays() {
    Recipe plain = RecipeReader.builtIn("bone-matrix-r-net");
    Recipe attention = RecipeReader.builtIn("bone-matrix-s-net");
    Recipe clinical = RecipeReader.builtIn("bone-matrix-sc-net");

    assertThat(architecture(plain).attention()).isEqualTo(Attention.NONE);
    assertThat(architecture(plain).withAttention(Attention.SQUEEZE_EXCITATION))
        .isEqualTo(architecture(attention));
    assertThat(architecture(attention).clinical()).isZero();
    assertThat(architecture(clinical).clinical()).isEqualTo(5);
    assertThat(clinical.inputs()).isEqualTo(plain.inputs());
    assertThat(List.of(plain, attention, clinical))
        .extracting(recipe -> recipe.card().id())
        .containsExactly("bone-matrix-r-net-own", "bone-matrix-s-net-own", "bone-matrix-scnet-own");
  }

  @ParameterizedTest
  @CsvSource({
    "brain-metastasis-resnet6, resnet3d6, NONE",
    "brain-metastasis-resnet18, resnet3d18, NONE",
    "brain-metastasis-resnet18-attention, resnet3d18, CHANNEL_SPATIAL",
    "brain-metastasis-study, resnet3d18, CHANNEL_SPATIAL"
  })
  void theNetworksOfTheBrainMetastasisStudyDifferAsItSays(
      String name, String architecture, Attention attention) {
    assertThat(RecipeReader.builtIn(name).stages())
        .hasSize(3)
        .allMatch(stage -> stage.architecture().key().equals(architecture))
        .allMatch(stage -> stage.architecture().attention() == attention);
  }

  @Test
  void aRecipeThatBeginsFromAnotherSaysWhereAMistakeIsAndWhatItMeant() throws IOException {
    String begin = "from: bone-matrix-study\nmodel: {id: my-own}\n";

    Recipe recipe = RecipeReader.parse("own.yaml", begin + "seed: 7\n");

    assertThat(recipe.card().id()).isEqualTo("my-own");
    assertThat(recipe.card().name()).isEqualTo("Bone matrix SC-Net trained here");
    assertThat(recipe.seed()).isEqualTo(7);
    assertThat(recipe.text())
        .startsWith(begin)
        .contains("# bone-matrix-study:\n", "# # bone-matrix-s-net:\n", "# # task: bone-matrix\n");
    assertThatThrownBy(() -> RecipeReader.parse("own.yaml", begin + "network: {width: wide}\n"))
        .hasMessageStartingWith("own.yaml, line 3 (in network):");
    assertThatThrownBy(() -> RecipeReader.parse("own.yaml", begin + "schedule: {epochs: 0}\n"))
        .hasMessageStartingWith("own.yaml, line 3 (in schedule):");
    assertThatThrownBy(() -> RecipeReader.parse("own.yaml", "seed: 7\nfrom: bone-matrix-x\n"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "own.yaml, line 2: RadCAM has no recipe 'bone-matrix-x' of its own to begin from");
  }

  private static ArchitectureSpec architecture(Recipe recipe) {
    return recipe.stages().get(0).architecture();
  }

  @Test
  void anUnknownBuiltInRecipeSaysWhatToDo() {
    assertThatThrownBy(() -> RecipeReader.builtIn("../secret"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--recipe FILE");
  }
}
