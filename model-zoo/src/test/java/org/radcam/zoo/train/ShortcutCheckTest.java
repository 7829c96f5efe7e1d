package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortcutCheckTest {
  @TempDir Path folder;

  @Test
  void aSimpleNumberThatTellsTheClassesApartIsFoundAndAStratumThatDoesNotIsAtOneHalf()
      throws IOException {
    Manifest manifest = TinyData.write(folder, 20);
    CaseImages images = new CaseImages(TinyData.plan(manifest, TinyData.recipe(2, "")));

    List<ShortcutCheck.Finding> findings = ShortcutCheck.of(manifest.cases(), images, 1);

    // The planted square brightens the whole picture: exactly what the check is there to tell.
    assertThat(findings.get(0).auc()).isGreaterThan(0.99);
    assertThat(findings.get(findings.size() - 1))
        .isEqualTo(new ShortcutCheck.Finding("stratum (AP/PA)", 0.5));
  }
}
