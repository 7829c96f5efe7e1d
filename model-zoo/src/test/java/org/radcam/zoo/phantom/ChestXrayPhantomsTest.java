package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.LengthUnit;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.io.ImageFiles;

class ChestXrayPhantomsTest {
  private static final PhantomGenerator GENERATOR = Phantoms.get("chest-xray");

  @TempDir Path folder;

  private static Volume image(long seed, String label) {
    return GENERATOR.generate(seed, label).images().get("CXR").volume();
  }

  /** The digest was made once, on Linux with Java 17; it must hold on every platform. */
  @Test
  void aSeedGivesTheSameImageOnEveryPlatform() {
    assertThat(Digests.sha256(image(42, "finding").voxels()))
        .isEqualTo("257464777b80fd15c911001cf9963f2c70b229204c789430b47f0434eb6f81ca");
  }

  @Test
  void seedsDiffer() {
    assertThat(Digests.sha256(image(1, "finding").voxels()))
        .isNotEqualTo(Digests.sha256(image(2, "finding").voxels()));
  }

  @Test
  void theSameSeedWithoutFindingIsTheSameChestWithoutTheLesion() {
    for (long seed = 0; seed < 3; seed++) {
      Phantom ill = GENERATOR.generate(seed, "finding");
      Phantom well = GENERATOR.generate(seed, "no_finding");
      assertThat(well.lesion().isEmpty()).isTrue();
      BitSet lesion = ill.lesion().voxels();
      float[] with = ill.images().get("CXR").volume().voxels();
      float[] without = well.images().get("CXR").volume().voxels();
      double inside = 0;
      double outside = 0;
      for (int n = 0; n < with.length; n++) {
        double apart = with[n] - without[n];
        if (lesion.get(n)) {
          inside += apart / lesion.cardinality();
        } else {
          outside += Math.abs(apart) / (with.length - lesion.cardinality());
        }
      }
      // Scatter spreads a little of the lesion's light over the picture.
      assertThat(inside).as("seed %d", seed).isGreaterThan(5 * outside);
    }
  }

  @Test
  void lesionsAreOfAPlausibleSizeAndLieWithinTheChest() {
    for (long seed = 0; seed < 8; seed++) {
      Phantom phantom = GENERATOR.generate(seed, "finding");
      double share =
          (double) phantom.lesion().count() / phantom.lesion().geometry().size().voxels();
      assertThat(share).as("seed %d", seed).isBetween(0.001, 0.15);
      int columns = phantom.lesion().geometry().size().columns();
      assertThat(phantom.lesion().bounds().i()).isGreaterThan(columns / 50);
    }
  }

  @Test
  void valuesAreWholeNumbersOfEightOrTwelveBitsAndUseTheirRange() {
    for (long seed = 0; seed < 3; seed++) {
      Volume volume = image(seed, "no_finding");
      assertThat(volume.range().high()).isLessThanOrEqualTo(4095);
      assertThat(volume.range().high() - volume.range().low()).isGreaterThan(150);
      for (float value : volume.voxels()) {
        assertThat(value).isEqualTo((float) Math.rint(value));
      }
      assertThat(volume.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    }
  }

  @Test
  void aWrittenPhantomIsReadBackWithItsValuesAndPixelSize() throws IOException {
    for (long seed = 0; seed < 2; seed++) {
      Volume volume = image(seed, "finding");
      Path file = folder.resolve(seed + ".png");
      GreyPng.write(file, volume);
      SourceImage back = ImageFiles.read(file);
      assertThat(back.volume().voxels()).isEqualTo(volume.voxels());
      // pHYs keeps whole pixels a metre: 0.7 mm is 1429 of them.
      assertThat(back.geometry().spacing().x())
          .isCloseTo(volume.geometry().spacing().x(), within(1e-3));
    }
  }

  @Test
  void unknownTasksAndClassesAreRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> Phantoms.get("chest"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("chest-xray");
    assertThatThrownBy(() -> GENERATOR.generate(1, "ill"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no_finding");
  }
}
