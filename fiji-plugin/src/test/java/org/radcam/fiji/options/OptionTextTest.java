package org.radcam.fiji.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class OptionTextTest {
  @Test
  void aKeyInsideAnotherValueIsNotFound() {
    OptionText text = OptionText.parse("input=/data/n=77/x n=11 output=[/a b/n=3]");

    assertThat(text.text("n")).contains("11");
    assertThat(text.text("input")).contains("/data/n=77/x");
    assertThat(text.text("output")).contains("/a b/n=3");
  }

  @Test
  void theOrderOfOptionsDoesNotMatter() {
    assertThat(OptionText.parse("task=chest-xray input=/t/task=x").text("task"))
        .isEqualTo(OptionText.parse("input=/t/task=x task=chest-xray").text("task"));
  }

  @Test
  void bracketsMayHoldBlanksAndBrackets() {
    OptionText text = OptionText.parse("model=[a [b] c]  input='/my data/x' empty= last=/a[1]");

    assertThat(text.text("model")).contains("a [b] c");
    assertThat(text.text("input")).contains("/my data/x");
    assertThat(text.text("empty")).contains("");
    assertThat(text.text("last")).contains("/a[1]");
  }

  @Test
  void aBareWordIsAFlagThatIsSet() {
    OptionText text = OptionText.parse("strict overlay=false Heatimage=TRUE");

    assertThat(text.flag("strict", false)).isTrue();
    assertThat(text.flag("overlay", true)).isFalse();
    assertThat(text.flag("heatImage", false)).isTrue();
    assertThat(text.flag("absent", true)).isTrue();
  }

  @Test
  void nothingAndBlanksMeanNoOptions() {
    OptionText.parse(null).allowOnly(List.of());
    OptionText.parse("  ").allowOnly(List.of());
  }

  @Test
  void aMisspeltOptionIsRefusedWithTheListOfThoseThatThereAre() {
    assertThatThrownBy(() -> OptionText.parse("opactiy=0.5").allowOnly(List.of("opacity", "model")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'opactiy'")
        .hasMessageContaining("opacity, model");
  }

  @Test
  void aMalformedNumberIsRefusedAndNotTakenAsZero() {
    OptionText text = OptionText.parse("opacity=0,5 threshold=2 nan=NaN");

    assertThatThrownBy(() -> text.number("opacity", 0.5, 0, 1))
        .hasMessage("The option 'opacity' must be a number from 0 to 1, not '0,5'.");
    assertThatThrownBy(() -> text.number("threshold", 0.5, 0, 1)).hasMessageContaining("'2'");
    assertThatThrownBy(() -> text.number("nan", 0.5, 0, 1)).hasMessageContaining("'NaN'");
    assertThat(text.number("absent", 0.25, 0, 1)).isEqualTo(0.25);
  }

  @Test
  void openBracketsQuotesAndDuplicatesAreRefused() {
    assertThatThrownBy(() -> OptionText.parse("input=[/a b")).hasMessageContaining("bracket");
    assertThatThrownBy(() -> OptionText.parse("input='/a b")).hasMessageContaining("quote");
    assertThatThrownBy(() -> OptionText.parse("a=1 A=2")).hasMessageContaining("twice");
    assertThatThrownBy(() -> OptionText.parse("=5")).hasMessageContaining("without a name");
    assertThatThrownBy(() -> OptionText.parse("strict=maybe").flag("strict", true))
        .hasMessageContaining("true or false");
  }

  @Property
  void whatTheMacroRecorderWritesIsReadBack(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String key,
      @ForAll @Chars({'a', '/', '=', ' ', '\\', '.'}) @StringLength(max = 20) String value) {
    // The Recorder puts brackets around a value with blanks, and only then.
    String recorded = key + "=" + (value.contains(" ") ? "[" + value + "]" : value) + " other=1";

    OptionText text = OptionText.parse(recorded);
    if (!key.equalsIgnoreCase("other")) {
      assertThat(text.text(key)).contains(value);
      assertThat(text.text("other")).contains("1");
    }
  }
}
