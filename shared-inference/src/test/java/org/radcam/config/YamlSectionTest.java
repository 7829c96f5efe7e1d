package org.radcam.config;

import static org.assertj.core.api.Assertions.assertThat;
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

  @Test
  void whatASectionLacksComesFromTheOneBelowWithItsOwnFileInErrors() throws IOException {
    YamlSection grandparent = named("g.yaml", "a: 1\nonly: {deep: here, x: 1}\nlist: [1, 2, 3]\n");
    YamlSection parent = named("p.yaml", "b: two\nnet: {kind: r, depth: many}\n");
    YamlSection child = named("c.yaml", "net:\n  kind: s\nonly: {x: 2}\nlist: [4]\na: one\n");

    YamlSection all = child.over(parent.over(grandparent));

    assertThat(all.text("b")).isEqualTo("two");
    assertThat(all.section("net").text("kind")).isEqualTo("s");
    assertThat(all.section("only").text("deep")).isEqualTo("here");
    assertThat(all.section("only").integer("x")).isEqualTo(2);
    assertThat(all.texts("list")).containsExactly("4");
    assertThatThrownBy(() -> all.number("a")).hasMessageStartingWith("c.yaml, line 5:");
    assertThatThrownBy(() -> all.number("b")).hasMessageStartingWith("p.yaml, line 1:");
    assertThatThrownBy(() -> all.section("net").number("depth"))
        .hasMessageStartingWith("p.yaml, line 2 (in net):");
    assertThatThrownBy(() -> all.section("only").number("deep"))
        .hasMessageStartingWith("g.yaml, line 2 (in only):");
    assertThatThrownBy(() -> all.text("none")).hasMessageStartingWith("c.yaml, line 1:");
    assertThat(child.has("b")).isFalse();
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
    return named("f.yaml", text);
  }

  private static YamlSection named(String file, String text) throws IOException {
    return YamlSection.read(file, new StringReader(text));
  }
}
