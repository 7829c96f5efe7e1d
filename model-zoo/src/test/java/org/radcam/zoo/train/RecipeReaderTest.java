package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;

class RecipeReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"chest-xray", "chest-xray-nih", "chest-xray-resnet152"})
  void theRecipesThatComeWithRadcamAreValid(String name) {
    Recipe recipe = RecipeReader.builtIn(name);

    assertThat(recipe.inputSize().columns()).isGreaterThanOrEqualTo(192);
    assertThat(recipe.stopping()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs: 2|epoch: 2|line 18|unknown entry 'epoch'",
        "batchSize: 8|batchSize: 1|line 18|'batchSize' must be between 2 and 4096",
        "learningRate: 0.003|learningRate: quick|line 18|'learningRate' must be a number",
        "kind: adamw|kind: adam|line 17|expected one of adamw, sgd",
        "weightDecay: 0.01|weightDecay: 0.01, momentum: 0.9|line 17|adamw takes no momentum",
        "architecture: resnet18|architecture: resnet19|line 12|'resnet19'",
        "width: 0.125|width: 0|line 12|width = 0",
        "flip: 0.5|flip: 5|line 16|'flip' must be between 0 and 1",
        "balance: class|balance: yes|line 19|expected one of none, class, class-in-stratum",
        "step: resize, columns: 32, rows: 32, aspect: fit|step: photometric|line|no resize step",
        "seed: 3|for: {manifest: 12}|line 20|64 hexadecimal digits",
        "limits: [Tests only]|standing: clinical|line 7|expected one of demo, research",
        "step: normalise|step: normalize|line 15|expected one of",
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
