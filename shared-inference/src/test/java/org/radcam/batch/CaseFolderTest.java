package org.radcam.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
  @TempDir Path output;

  @Test
  void aNameThatThisSystemCannotWriteHoldsNothingAndHarmsNothing() {
    CaseFolder folder = new CaseFolder(output, "no\0name.png");
    assertThat(folder.holdsResultOf(new Source("0".repeat(64), 1))).isFalse();
    assertThatCode(folder::clear).doesNotThrowAnyException();
  }

  @Test
  void clearingTakesAwayOurFilesAndLeavesTheUsers() throws IOException {
    Path folder = Files.createDirectories(output.resolve("a.png"));
    Files.writeString(folder.resolve("result.json"), "{}");
    Files.writeString(folder.resolve("my notes.txt"), "keep");
    new CaseFolder(output, "a.png").clear();
    assertThat(folder.resolve("result.json")).doesNotExist();
    assertThat(folder.resolve("my notes.txt")).hasContent("keep");
  }
}
