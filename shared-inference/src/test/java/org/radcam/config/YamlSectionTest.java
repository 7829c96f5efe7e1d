package org.radcam.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;

class YamlSectionTest {
  @Test
  void everyMistakeIsToldWithItsLine() throws IOException {
    YamlSection yaml = read("name: x\nsize: many\nparts:\n  - {a: 1}\n  - 5\n");
    assertThatThrownBy(() -> yaml.number("size")).hasMessageStartingWith("f.yaml, line 2");
    assertThatThrownBy(() -> yaml.sections("parts")).hasMessageStartingWith("f.yaml, line 5");
    assertThatThrownBy(() -> yaml.text("colour")).hasMessageContaining("'colour' is missing");
    assertThatThrownBy(() -> yaml.allowOnly("name", "size"))
        .hasMessageContaining("unknown entry 'parts'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2",
        "- a list",
        "just text",
        "",
        "a: [1",
        "a: \u0000",
        "? {b: 1}\n: 2",
        "a: &x {b: 1}\nc: [*x, *x]\nd: {<<: *x}\ne: *y"
      })
  void whatIsNotAPlainMappingIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("f.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: !!javax.script.ScriptEngineManager [x]", "b: !!java.net.URL x"})
  void aFileThatNamesAJavaClassIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("tag");
  }

  @Test
  void aHugeFileIsRefused() {
    assertThatThrownBy(() -> read("a: " + "x".repeat(2_000_000))).isInstanceOf(UserException.class);
  }

  private static YamlSection read(String text) throws IOException {
    return YamlSection.read("f.yaml", new StringReader(text));
  }
}
