package org.radcam.zoo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.domain.Thumbnail;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;

class DomainModelTest {
  private static final Size SIZE = Size.of(64, 48);

  @TempDir Path folder;

  /** Two dark ellipses of varying size and place on a bright ground: a chest, for a blind eye. */
  private static Volume chest(SplittableRandom random, boolean inverted) {
    double radius = 8 + 3 * random.nextDouble();
    double shift = 4 * random.nextDouble();
    double[] phase = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    Volume volume = Volume.filled(Geometry.uncalibrated(SIZE), 0);
    for (int j = 0; j < SIZE.rows(); j++) {
      for (int i = 0; i < SIZE.columns(); i++) {
        double left = Math.hypot(i - 18 - shift, (j - 24) / 1.6) / radius;
        double right = Math.hypot(i - 46 + shift, (j - 24) / 1.6) / radius;
        double value =
            Math.min(1, Math.min(left, right))
                + 0.1 * Math.sin(i / 5.0 + 6 * phase[0])
                + 0.1 * Math.sin(j / 4.0 + 6 * phase[1])
                + 0.1 * Math.sin((i + j) / 6.0 + 6 * phase[2])
                + 0.05 * random.nextDouble();
        volume.voxels()[SIZE.index(i, j, 0)] = (float) (inverted ? -value : value);
      }
    }
    return volume;
  }

  private static DomainModel fitted() {
    SplittableRandom random = new SplittableRandom(5);
    List<float[]> thumbnails = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      thumbnails.add(Thumbnail.of(chest(random, false)));
      patients.add("p" + n / 2);
    }
    return DomainModelFit.fit(thumbnails, patients, 1);
  }

  @Test
  void newImagesOfTheKindAreTypicalAndOthersAreNot() {
    DomainModel model = fitted();
    SplittableRandom random = new SplittableRandom(99);
    int unusual = 0;
    for (int n = 0; n < 40; n++) {
      unusual += model.typical(chest(random, false)) ? 0 : 1;
      assertThat(model.typical(chest(random, true))).isFalse();
    }
    // One in two hundred is expected.
    assertThat(unusual).isLessThanOrEqualTo(3);
    Volume noise = Volume.filled(Geometry.uncalibrated(SIZE), 0);
    for (int n = 0; n < noise.voxels().length; n++) {
      noise.voxels()[n] = (float) random.nextDouble();
    }
    assertThat(model.typical(noise)).isFalse();
    assertThat(model.score(Volume.filled(Geometry.uncalibrated(SIZE), 3)))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void brightnessAndContrastDoNotCount() {
    DomainModel model = fitted();
    Volume image = chest(new SplittableRandom(7), false);
    Volume other = Volume.filled(image.geometry(), 0);
    for (int n = 0; n < other.voxels().length; n++) {
      other.voxels()[n] = 1000 + 37 * image.voxels()[n];
    }
    assertThat(model.score(other)).isCloseTo(model.score(image), within(1e-3));
  }

  @Test
  void aWrittenModelGivesTheSameScores() throws IOException {
    DomainModel model = fitted();
    Path file = folder.resolve("domain.safetensors");
    model.write(file);
    assertThat(Files.size(file)).isLessThan(200_000);
    try (InputStream in = Files.newInputStream(file)) {
      DomainModel back = DomainModel.read(in, "domain.safetensors");
      Volume image = chest(new SplittableRandom(8), false);
      assertThat(back.score(image)).isCloseTo(model.score(image), within(1e-6));
    }
  }

  @Test
  void theSameImagesAndSeedGiveTheSameFile() throws IOException {
    fitted().write(folder.resolve("a"));
    fitted().write(folder.resolve("b"));
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void whatIsNoDomainModelIsRefused() throws IOException {
    assertThatThrownBy(
            () -> DomainModel.read(new ByteArrayInputStream(new byte[100]), "domain.safetensors"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("domain.safetensors");
  }

  @Test
  void tooFewImagesAreRefused() {
    assertThatThrownBy(() -> DomainModelFit.fit(List.of(new float[1152]), List.of("a"), 1))
        .hasMessageContaining("at least 50");
  }

  @Test
  void realChestsAreTypicalAndTheTrapsAreNot() throws IOException {
    RealChests chests = RealChests.everyNth(3);
    DomainModel model = DomainModelFit.fit(chests.thumbnails(), chests.patients(), 1);
    Path folder = TestData.require("dicom_cxr_cr_dx");
    SourceImage chest =
        ImageFiles.read(
            folder.resolve(
                "torchxrayvision/1.2.276.0.7230010.3.1.4.8323329.6904.1517875201.850819.dcm"));
    SourceImage dog = ImageFiles.read(folder.resolve("highdicom/dx_image.dcm"));
    SourceImage inverted =
        new SourceImage(
            chest.name(), chest.volume(), chest.traits().withBrightness(Brightness.LARGE_IS_DARK));
    assertThat(model.typical(RealChests.prepared(chest))).isTrue();
    assertThat(model.typical(RealChests.prepared(inverted))).isFalse();
    assertThat(model.typical(RealChests.prepared(dog))).isFalse();
  }
}
