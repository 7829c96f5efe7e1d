package org.radcam.fiji.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostTest {
  @Test
  void longLinesAreBrokenBetweenWords() {
    String text = "word ".repeat(40).strip() + "\nnext";

    String wrapped = Host.wrapped(text);

    assertThat(wrapped.lines()).allMatch(line -> line.length() <= 80);
    assertThat(wrapped.replace('\n', ' ')).isEqualTo(text.replace('\n', ' '));
    assertThat(wrapped).endsWith("\nnext");
  }

  @Test
  void aLongWordStaysWhole() {
    assertThat(Host.wrapped("see " + "/path".repeat(30))).isEqualTo("see\n" + "/path".repeat(30));
  }
}
