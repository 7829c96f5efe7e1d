package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void failureInTheMiddleKeepsTheOldFileAndLeavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryContaining("glob:**result.json");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void theTargetIsUntouchedUntilTheBodyEnds() throws IOException {
    Path file = Files.writeString(folder.resolve("map.tif"), "old");
    AtomicFiles.write(
        file,
        out -> {
          out.write(new byte[] {'n', 'e', 'w'});
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void textIsUtf8() throws IOException {
    Path file = folder.resolve("note.txt");
    AtomicFiles.writeString(file, "5 µm – Röntgen");
    assertThat(Files.readString(file)).isEqualTo("5 µm – Röntgen");
  }

  @Test
  void aMissingFolderIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> AtomicFiles.writeString(folder.resolve("absent/note.txt"), "text"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("absent");
  }
}
