package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;

class PhantomFolderTest {
  @TempDir Path folder;

  @Test
  void aStackOfCtIsInHounsfieldUnitsWithItsRegionOnItsGridAndClinicalValues() throws Exception {
    List<String> rows = write("bone-matrix", new PhantomFolder.Counts(4, 1, 1), 3);

    assertThat(rows.get(0))
        .isEqualTo(
            "case,patient,image,label,sex,age,mineralisation_location,pathological_fracture,roi,"
                + "mask,source,split");
    assertThat(rows.get(1)).startsWith("phantom-0001,phantom-0001,phantom-0001.nii.gz,osteoid,");
    assertThat(rows.subList(1, 5))
        .extracting(row -> row.substring(row.lastIndexOf(',') + 1))
        .containsExactly("train", "train", "validation", "test");
    SourceImage image = ImageFiles.read(folder.resolve("phantom-0002.nii.gz"));
    // Air and bone.
    assertThat(image.volume().range().low()).isBetween(-1100f, -900f);
    assertThat(image.volume().range().high()).isBetween(300f, 3100f);
    Mask roi = MaskFiles.read(folder.resolve("masks/phantom-0002.nii.gz"), image.geometry());
    assertThat(roi.count()).isPositive();
  }

  @Test
  void largeValuesOfAnXrayAreBrightWhateverThePhantomSays() throws Exception {
    PhantomGenerator generator = Phantoms.get("vertebral-fracture");
    write("vertebral-fracture", PhantomFolder.Counts.of(12), 1);
    Draw draw = new Draw(1);
    boolean[] kinds = new boolean[2];
    for (int n = 0; n < 12; n++) {
      SourceImage drawn =
          generator.generate(draw.seed(), "class_" + n % 3).images().values().iterator().next();
      boolean inverted = drawn.traits().brightness() == ImageTraits.Brightness.LARGE_IS_DARK;
      kinds[inverted ? 1 : 0] = true;
      float[] stored =
          ImageFiles.read(folder.resolve(String.format(Locale.ROOT, "phantom-%04d.nii.gz", n + 1)))
              .volume()
              .voxels();
      float high = drawn.volume().range().high();
      float first = drawn.volume().voxels()[0];
      assertThat(stored[0]).isEqualTo(inverted ? high - first : first);
    }
    assertThat(kinds).containsOnly(true);
  }

  @Test
  void somethingMustBeLeftToLearnFrom() {
    assertThatThrownBy(() -> new PhantomFolder.Counts(5, 2, 3))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least one must be left to learn from");
  }

  private List<String> write(String task, PhantomFolder.Counts counts, long seed)
      throws IOException {
    PhantomFolder.write(Phantoms.get(task), counts, seed, folder);
    return Files.readAllLines(folder.resolve("labels.csv"));
  }
}
