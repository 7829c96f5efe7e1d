package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;

class VertebralFracturePhantomsTest {
  private static final PhantomGenerator GENERATOR = Phantoms.get("vertebral-fracture");

  private static SourceImage image(Phantom phantom) {
    return phantom.images().get("XR");
  }

  private static String digest(long seed, String label) {
    return Digests.sha256(image(GENERATOR.generate(seed, label)).volume().voxels());
  }

  /** The digests were made once, on Linux with Java 17; they must hold on every platform. */
  @Test
  void aSeedGivesTheSameImageOnEveryPlatform() {
    assertThat(digest(42, "class_0"))
        .isEqualTo("25361125a30d5c772bec022f7b1d87b70fbdfa64d88545f3709f13010667b4d0");
    assertThat(digest(42, "class_1"))
        .isEqualTo("de3e6ed49be881821259099bee6ecb68d01c81f2202a1762fdfd96c02d549288");
    assertThat(digest(42, "class_2"))
        .isEqualTo("b92f1f5140522741e62cacc1171d3f681cdc5d36c31d61058c69bb4e4d56da79");
    assertThat(digest(43, "class_2")).isNotEqualTo(digest(42, "class_2"));
  }

  @Test
  void valuesAreWholeNumbersOfEightOrTwelveBitsOnPixelsOfKnownSize() {
    for (long seed = 0; seed < 4; seed++) {
      Volume volume = image(GENERATOR.generate(seed, "class_1")).volume();
      assertThat(volume.range().low()).isGreaterThanOrEqualTo(0);
      assertThat(volume.range().high()).isLessThanOrEqualTo(4095);
      assertThat(volume.range().high() - volume.range().low()).isGreaterThan(120);
      for (float value : volume.voxels()) {
        assertThat(value).isEqualTo((float) Math.rint(value));
      }
      assertThat(volume.size().columns()).isBetween(320, 512);
      assertThat(volume.size().rows()).isBetween(320, 512);
      assertThat(volume.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
      assertThat(volume.geometry().spacing().x()).isBetween(0.2, 0.4);
    }
  }

  @Test
  void theOutlinedVertebraLiesWithinThePictureAndIsOfAPlausibleSize() {
    for (long seed = 0; seed < 8; seed++) {
      Mask mask = GENERATOR.generate(seed, "class_2").lesion();
      Mask.Box box = mask.bounds();
      Size size = mask.geometry().size();
      double pixel = mask.geometry().spacing().x();
      assertThat(box.size().columns() * pixel).as("seed %d", seed).isBetween(28.0, 75.0);
      assertThat(box.size().rows() * pixel).as("seed %d", seed).isBetween(14.0, 60.0);
      assertThat(box.i()).isPositive();
      assertThat(box.j()).isPositive();
      assertThat(box.i() + box.size().columns()).isLessThan(size.columns());
      assertThat(box.j() + box.size().rows()).isLessThan(size.rows());
    }
  }

  @Test
  void theHigherTheClassTheFlatterTheSameVertebraInTheSameExposure() {
    for (long seed = 10; seed < 14; seed++) {
      Phantom intact = GENERATOR.generate(seed, "class_0");
      Phantom moderate = GENERATOR.generate(seed, "class_1");
      Phantom severe = GENERATOR.generate(seed, "class_2");
      assertThat(moderate.lesion().count())
          .as("seed %d", seed)
          .isLessThan(intact.lesion().count())
          .isGreaterThan(severe.lesion().count());
      assertThat(image(severe).traits()).isEqualTo(image(intact).traits());
      assertThat(image(severe).geometry()).isEqualTo(image(intact).geometry());
      assertThat(differenceInFront(image(intact).volume(), image(severe).volume()))
          .as("seed %d", seed)
          .isLessThan(0.01);
    }
  }

  /**
   * Mean difference in the outermost columns of that side that has no bones, as a share of the
   * range. It is not 0: light scatters from the vertebrae.
   */
  private static double differenceInFront(Volume one, Volume other) {
    double least = Double.MAX_VALUE;
    Size size = one.size();
    double range = one.range().high() - one.range().low();
    for (int first : new int[] {0, size.columns() - 8}) {
      double sum = 0;
      for (int j = 0; j < size.rows(); j++) {
        for (int i = first; i < first + 8; i++) {
          sum += Math.abs(one.at(i, j, 0) - other.at(i, j, 0));
        }
      }
      least = Math.min(least, sum / (8 * size.rows()) / range);
    }
    return least;
  }

  @Test
  void somePicturesAreStoredInvertedAndSaySo() {
    int inverted = 0;
    for (long seed = 0; seed < 12; seed++) {
      Phantom phantom = GENERATOR.generate(seed, "class_0");
      Volume volume = image(phantom).volume();
      boolean dark = image(phantom).traits().brightness() == Brightness.LARGE_IS_DARK;
      inverted += dark ? 1 : 0;
      float[] sorted = volume.voxels().clone();
      Arrays.sort(sorted);
      double bone =
          phantom.lesion().voxels().stream()
              .mapToDouble(voxel -> volume.voxels()[voxel])
              .average()
              .orElseThrow();
      assertThat(bone < sorted[sorted.length / 2]).as("seed %d", seed).isEqualTo(dark);
    }
    assertThat(inverted).isBetween(1, 8);
  }

  @Test
  void heightsAreLostAsTheGradesSay() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(lost(0, seed)).as("seed %d", seed).isBetween(0.0, 0.10);
      assertThat(lost(1, seed)).as("seed %d", seed).isBetween(0.18, 0.38);
      assertThat(lost(2, seed)).as("seed %d", seed).isBetween(0.45, 0.75);
    }
  }

  /** Largest loss as a share of the height, without what noise makes of the endplates. */
  private static double lost(int grade, long seed) {
    Collapse collapse = new Collapse(grade, new Draw(seed));
    // So high and so deep that unevenness, which is in mm, does not count, and nothing is cut off.
    double height = 1000;
    double most = 0;
    for (double u = -1; u <= 1; u += 0.05) {
      double drop = collapse.upperDrop(u, 0, height, 20) + collapse.lowerRise(u, 0, height, 20);
      most = Math.max(most, drop / height);
    }
    return most;
  }

  @Test
  void anotherVertebraMayBeFracturedWhateverTheClass() {
    int fractured = 0;
    for (long seed = 0; seed < 40; seed++) {
      Spine intact = new Spine(0, new Draw(seed));
      Spine severe = new Spine(2, new Draw(seed));
      boolean flat = false;
      for (int n = 1; n < intact.vertebrae().size(); n++) {
        boolean itIs = flattened(intact.vertebrae().get(n).body());
        assertThat(flattened(severe.vertebrae().get(n).body())).isEqualTo(itIs);
        flat |= itIs;
      }
      fractured += flat ? 1 : 0;
      assertThat(flattened(intact.target().body())).isFalse();
      assertThat(flattened(severe.target().body())).isTrue();
    }
    assertThat(fractured).isBetween(4, 20);
  }

  /** Whether the body is missing somewhere 12 % of its height away from its endplates. */
  private static boolean flattened(VertebraBody body) {
    for (double u = -0.7; u <= 0.7; u += 0.1) {
      if (!body.outlined(u * body.depth, -0.33 * body.height, 0)
          || !body.outlined(u * body.depth, 0.33 * body.height, 0)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anUnknownClassIsRefusedWithTheClassesThatThereAre() {
    assertThatThrownBy(() -> GENERATOR.generate(1, "fracture"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("class_0, class_1, class_2");
  }
}
