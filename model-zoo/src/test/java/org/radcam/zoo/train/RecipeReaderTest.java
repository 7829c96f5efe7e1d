package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.model.ModelCard;

class RecipeReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chest-xray",
        "chest-xray-nih",
        "chest-xray-study",
        "chest-xray-demo",
        "bone-matrix",
        "bone-matrix-study",
        "bone-matrix-demo",
        "vertebral-fracture",
        "vertebral-fracture-study",
        "vertebral-fracture-demo",
        "sinonasal",
        "sinonasal-study",
        "sinonasal-demo",
        "brain-metastasis",
        "brain-metastasis-study",
        "brain-metastasis-demo"
      })
  void theRecipesThatComeWithRadcamMakeValidCards(String name) {
    Recipe recipe = RecipeReader.builtIn(name);
    Manifest none = new Manifest("none.csv", List.of(), "", name.endsWith("-demo") ? 1 : 0);

    ModelCard plan = TinyData.plan(none, recipe);

    assertThat(plan.task().key()).isEqualTo(name.replaceAll("-(nih|study|demo)$", ""));
    assertThat(plan.inputSize().columns()).isEqualTo(recipe.inputSize().columns());
    assertThat(recipe.learning().stopping()).isEmpty();
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
  void anUnknownBuiltInRecipeSaysWhatToDo() {
    assertThatThrownBy(() -> RecipeReader.builtIn("../secret"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--recipe FILE");
  }
}
