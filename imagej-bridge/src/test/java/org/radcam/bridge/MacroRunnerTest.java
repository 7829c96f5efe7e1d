package org.radcam.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroRunnerTest {
  @TempDir private Path folder;

  @Test
  void aGoodMacroGivesZeroAndLeavesItsFile() throws IOException, InterruptedException {
    Path written = folder.resolve("out file.txt");
    Path macro = folder.resolve("my macro.ijm");
    Files.writeString(macro, "File.saveString(\"\\u00e9 done\", getArgument());");

    assertThat(MacroRunner.run(new String[] {macro.toString(), written.toString()})).isZero();
    assertThat(written).exists();
  }

  @Test
  void aFailedMacroGivesOne() throws IOException, InterruptedException {
    Path macro = folder.resolve("bad.ijm");
    Files.writeString(macro, "run('Trial Command...', 'way=cancel');");

    assertThat(MacroRunner.run(new String[] {macro.toString()})).isEqualTo(MacroRunner.FAILED);
  }

  @Test
  void aMissingMacroGivesTwo() throws InterruptedException {
    assertThat(MacroRunner.run(new String[] {folder.resolve("none.ijm").toString()}))
        .isEqualTo(MacroRunner.USAGE);
    assertThat(MacroRunner.run(new String[0])).isEqualTo(MacroRunner.USAGE);
  }
}
