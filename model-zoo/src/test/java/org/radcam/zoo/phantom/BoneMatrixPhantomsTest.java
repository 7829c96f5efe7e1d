package org.radcam.zoo.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.task.Tasks;

class BoneMatrixPhantomsTest {
  private static final PhantomGenerator GENERATOR = Phantoms.get("bone-matrix");
  private static final String OSTEOID = "osteoid";
  private static final String CHONDROID = "chondroid";

  /** Tests ask for the same ones. */
  private static final Map<String, Phantom> MADE = new HashMap<>();

  private static Phantom phantom(long seed, String label) {
    return MADE.computeIfAbsent(label + seed, unmade -> GENERATOR.generate(seed, label));
  }

  private static Volume image(Phantom phantom) {
    return phantom.images().get("CT").volume();
  }

  private static String digest(long seed, String label) {
    return Digests.sha256(image(phantom(seed, label)).voxels());
  }

  /** The digests were made once, on Linux with Java 17; they must hold on every platform. */
  @Test
  void aSeedGivesTheSameImageOnEveryPlatform() {
    assertThat(digest(42, OSTEOID))
        .isEqualTo("c3b01239aedbaa420ce5bbc3ed9a7a50ddc5aed4fb54ba36d3c68023c15a2edc");
    assertThat(digest(42, CHONDROID))
        .isEqualTo("7ef2cebec629367301a429bf9a928288594842c40345569f95db487aa087841c");
    assertThat(digest(43, CHONDROID)).isNotEqualTo(digest(42, CHONDROID));
  }

  @Test
  void stacksHaveTheShapeAndTheUnitsOfCt() {
    for (long seed = 0; seed < 6; seed++) {
      Phantom phantom = phantom(seed, seed % 2 == 0 ? OSTEOID : CHONDROID);
      SourceImage image = phantom.images().get("CT");
      Size size = image.geometry().size();
      assertThat(size.columns()).isEqualTo(size.rows()).isBetween(144, 192);
      assertThat(size.slices()).isBetween(10, 24);
      assertThat(image.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
      assertThat(image.geometry().spacing().x()).isBetween(0.5, 0.9);
      assertThat(image.geometry().spacing().z()).isBetween(1.5, 4.0);
      assertThat(image.traits().modality()).contains("CT");
      assertThat(image.traits().rescaleIntercept()).isEqualTo(-1024);
      for (float value : image.volume().voxels()) {
        assertThat(value).isBetween(0f, 4095f).isEqualTo((float) Math.rint(value));
      }
      // Most of what is neither air nor bone is muscle or fat.
      assertThat(share(image, -130, 110)).as("seed %d", seed).isGreaterThan(0.3);
      assertThat(share(image, 700, 1700)).as("cortex, seed %d", seed).isBetween(0.001, 0.1);
    }
  }

  private static double share(SourceImage image, double low, double high) {
    int count = 0;
    for (float stored : image.volume().voxels()) {
      double units = stored + image.traits().rescaleIntercept();
      count += units > low && units < high ? 1 : 0;
    }
    return (double) count / image.volume().voxels().length;
  }

  @Test
  void lesionsAreFifteenToSixtyMillimetresWideAndClearOfTheFieldsBorder() {
    for (long seed = 0; seed < 8; seed++) {
      Mask lesion = phantom(seed, CHONDROID).lesion();
      Mask.Box box = lesion.bounds();
      Size size = lesion.geometry().size();
      double pixel = lesion.geometry().spacing().x();
      assertThat(box.size().columns() * pixel).as("seed %d", seed).isBetween(12.0, 66.0);
      assertThat(box.size().rows() * pixel).as("seed %d", seed).isBetween(12.0, 66.0);
      assertThat(box.i()).isPositive();
      assertThat(box.j()).isPositive();
      assertThat(box.i() + box.size().columns()).isLessThan(size.columns());
      assertThat(box.j() + box.size().rows()).isLessThan(size.rows());
    }
  }

  @Test
  void clinicalValuesAreOnesThatTheTaskAccepts() {
    for (long seed = 0; seed < 6; seed++) {
      Map<String, String> values = GENERATOR.clinical(seed, OSTEOID);
      assertThat(values).hasSameSizeAs(Tasks.get("bone-matrix").clinical());
      Tasks.get("bone-matrix")
          .clinical()
          .forEach(
              field ->
                  assertThat(field.check(values.get(field.key())))
                      .isEqualTo(values.get(field.key())));
    }
  }

  @Test
  void clinicalValuesAloneAreThoseOfTheWholeCase() {
    for (String label : List.of(OSTEOID, CHONDROID)) {
      assertThat(GENERATOR.clinical(0, label)).isEqualTo(phantom(0, label).clinical());
    }
  }

  @Test
  void clinicalValuesGoWithTheClassButDoNotDecideIt() {
    List<Double> young = new ArrayList<>();
    List<Double> old = new ArrayList<>();
    for (long seed = 0; seed < 1000; seed++) {
      young.add((double) BoneHistory.drawn(true, new Draw(seed)).age());
      old.add((double) BoneHistory.drawn(false, new Draw(5000 + seed)).age());
    }
    assertThat(Separation.auc(young, old)).isBetween(0.70, 0.88);
  }

  @Test
  void theSameSeedOfTheOtherClassDiffersOnlyInTheLesion() {
    int compared = 0;
    for (long seed = 0; seed < 6; seed++) {
      Phantom one = phantom(seed, OSTEOID);
      Phantom other = phantom(seed, CHONDROID);
      assertThat(one.lesion().geometry()).isEqualTo(other.lesion().geometry());
      if (!one.clinical()
          .get("pathological_fracture")
          .equals(other.clinical().get("pathological_fracture"))) {
        continue;
      }
      compared++;
      assertThat(one.lesion()).isEqualTo(other.lesion());
      float[] a = image(one).voxels();
      float[] b = image(other).voxels();
      int columns = image(one).size().columns();
      int apart = 0;
      for (int n = columns + 1; n < a.length - columns - 1; n++) {
        // The scanner's blur reaches one pixel far.
        boolean near = false;
        for (int row = -columns; row <= columns; row += columns) {
          near |= !one.lesion().voxels().get(n + row - 1, n + row + 2).isEmpty();
        }
        apart += !near && a[n] != b[n] ? 1 : 0;
      }
      assertThat(apart).as("seed %d", seed).isZero();
    }
    assertThat(compared).isGreaterThan(2);
  }

  @Test
  void neitherBrightnessNorSizeTellsTheClassesApartButTheGrainDoes() {
    List<double[]> osteoid = new ArrayList<>();
    List<double[]> chondroid = new ArrayList<>();
    for (long seed = 100; seed < 122; seed++) {
      osteoid.add(scalars(GENERATOR.generate(seed, OSTEOID)));
      // Other seeds: the same ones would be twins.
      chondroid.add(scalars(GENERATOR.generate(seed + 100, CHONDROID)));
    }
    assertThat(auc(osteoid, chondroid, 0)).as("mean in the lesion").isBetween(0.25, 0.75);
    assertThat(auc(osteoid, chondroid, 1)).as("size of the lesion").isBetween(0.25, 0.75);
    assertThat(auc(osteoid, chondroid, 2)).as("mean of the image").isBetween(0.25, 0.75);
    assertThat(auc(osteoid, chondroid, 3)).as("roughness of the mineral").isGreaterThan(0.8);
  }

  private static double auc(List<double[]> low, List<double[]> high, int scalar) {
    return Separation.auc(
        low.stream().map(values -> values[scalar]).toList(),
        high.stream().map(values -> values[scalar]).toList());
  }

  /**
   * Mean in the lesion, its volume, mean of the image, steps between neighbours by their spread.
   */
  private static double[] scalars(Phantom phantom) {
    float[] voxels = image(phantom).voxels();
    int columns = image(phantom).size().columns();
    double all = 0;
    for (float value : voxels) {
      all += value;
    }
    double sum = 0;
    double squares = 0;
    double steps = 0;
    int count = phantom.lesion().count();
    int[] inside = phantom.lesion().voxels().stream().toArray();
    for (int n : inside) {
      sum += voxels[n];
      squares += (double) voxels[n] * voxels[n];
      double across = voxels[n] - 0.5 * (voxels[n - 2] + voxels[n + 2]);
      double down = voxels[n] - 0.5 * (voxels[n - 2 * columns] + voxels[n + 2 * columns]);
      steps += across * across + down * down;
    }
    double mean = sum / count;
    var spacing = phantom.lesion().geometry().spacing();
    double volume = count * spacing.x() * spacing.y() * spacing.z();
    double spread = squares / count - mean * mean;
    return new double[] {mean, volume, all / voxels.length, steps / count / spread};
  }

  @Test
  void anUnknownClassIsRefusedWithTheClassesThatThereAre() {
    assertThatThrownBy(() -> GENERATOR.generate(1, "bone"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("osteoid, chondroid");
  }
}
