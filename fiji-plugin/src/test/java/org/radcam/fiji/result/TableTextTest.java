package org.radcam.fiji.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTextTest {
  @Test
  void columnsAreAlignedAndEmptyOnesLeftOut(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("results.csv");
    Files.writeString(
        csv, "case,warnings,device,status\na.png,,\"CPU (2), x\",ok\nlong.png,,G,failed\n");

    assertThat(TableText.of(csv))
        .containsExactly(
            "case      device      status",
            "a.png     CPU (2), x  ok",
            "long.png  G           failed");
  }
}
