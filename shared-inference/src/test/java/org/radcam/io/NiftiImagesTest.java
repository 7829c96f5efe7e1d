package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class NiftiImagesTest {
  private static final Size SIZE = new Size(3, 2, 4);

  @TempDir Path folder;

  /** Slices in reversed order (left-handed), oblique, non-cubic voxels. */
  private static Geometry oblique() {
    Vector3 i = new Vector3(0.8, 0.6, 0);
    Vector3 j = new Vector3(-0.36, 0.48, 0.8);
    Direction reversed = new Direction(i, j, i.cross(j).times(-1));
    return new Geometry(
        SIZE,
        new Vector3(0.71875, 0.5, 3.3),
        new Vector3(-120.25, 33.5, -7),
        reversed,
        LengthUnit.MILLIMETRE);
  }

  private static float[] values(float factor) {
    float[] values = new float[SIZE.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - 10) * factor;
    }
    return values;
  }

  @Test
  void aVolumeIsReadBackBitForBitInItsPlace() throws IOException {
    float[] values = values(0.1f);
    values[1] = Float.NaN;
    values[2] = -0f;
    values[3] = Float.NEGATIVE_INFINITY;
    for (String name : new String[] {"a.nii", "b.NII.GZ"}) {
      Path file = folder.resolve(name);
      NiftiImages.write(file, new Volume(oblique(), values));
      SourceImage back = ImageFiles.read(file);
      assertThat(Digests.sha256(back.volume().voxels())).isEqualTo(Digests.sha256(values));
      assertThat(back.geometry().sameGridAs(oblique())).isTrue();
    }
    assertThat(Files.size(folder.resolve("a.nii"))).isEqualTo(352 + 4L * SIZE.voxels());
  }

  @Test
  void wholeNumbersThatFitAreWrittenIn16Bits() throws IOException {
    Path file = folder.resolve("whole.nii");
    float[] values = values(2500);
    NiftiImages.write(file, new Volume(oblique(), values));
    assertThat(Files.size(file)).isEqualTo(352 + 2L * SIZE.voxels());
    assertThat(ImageFiles.read(file).volume().voxels()).isEqualTo(values);
    values[0] = 32768;
    NiftiImages.write(file, new Volume(oblique(), values));
    assertThat(Files.size(file)).isEqualTo(352 + 4L * SIZE.voxels());
    assertThat(ImageFiles.read(file).volume().voxels()).isEqualTo(values);
  }

  @Test
  void aMaskIsWrittenAsZerosAndOnes() throws IOException {
    BitSet voxels = new BitSet();
    voxels.set(1);
    voxels.set(SIZE.voxels() - 1);
    Path file = folder.resolve("mask.nii");
    NiftiImages.write(file, new Mask(oblique(), voxels));
    assertThat(Files.size(file)).isEqualTo(352 + SIZE.voxels());
    float[] back = ImageFiles.read(file).volume().voxels();
    assertThat(back).startsWith(0, 1, 0).endsWith(0, 1);
  }

  @Test
  void theSameVolumeGivesTheSameBytes() throws IOException {
    Path one = folder.resolve("one.nii.gz");
    Path two = folder.resolve("two.nii.gz");
    NiftiImages.write(one, new Volume(oblique(), values(0.5f)));
    NiftiImages.write(two, new Volume(oblique(), values(0.5f)));
    byte[] bytes = Files.readAllBytes(one);
    assertThat(bytes).isEqualTo(Files.readAllBytes(two));
    assertThat(bytes[4] | bytes[5] | bytes[6] | bytes[7]).as("gzip's time").isZero();
  }

  @Test
  void aPairOfHeaderAndImageIsReadThroughItsHeader() throws IOException {
    Path whole = folder.resolve("whole.nii");
    NiftiImages.write(whole, new Volume(oblique(), values(1)));
    byte[] bytes = Files.readAllBytes(whole);
    byte[] header = Arrays.copyOf(bytes, 348);
    header[345] = 'i'; // ni1
    Arrays.fill(header, 108, 112, (byte) 0); // where the voxels begin
    Path hdr = Files.write(folder.resolve("pair.hdr"), header);
    assertThatThrownBy(() -> ImageFiles.read(hdr)).hasMessageContaining(".img");
    Files.write(folder.resolve("pair.img"), Arrays.copyOfRange(bytes, 352, bytes.length));
    SourceImage pair = ImageFiles.read(hdr);
    assertThat(pair.volume().voxels()).isEqualTo(values(1));
    assertThat(pair.geometry().sameGridAs(oblique())).isTrue();
    assertThat(ImageFiles.open(hdr).decode().volume().voxels()).isEqualTo(values(1));
  }

  @Test
  void anUncalibratedImageStaysUncalibrated() throws IOException {
    Geometry grid = Geometry.uncalibrated(SIZE);
    NiftiImages.write(folder.resolve("pixels.nii"), new Volume(grid, values(1)));
    assertThat(ImageFiles.read(folder.resolve("pixels.nii")).geometry()).isEqualTo(grid);
  }

  @Test
  void whatCannotBeWrittenIsRefusedAndLeavesNothing() throws IOException {
    Volume volume = new Volume(oblique(), values(1));
    assertThatThrownBy(() -> NiftiImages.write(folder.resolve("image.tif"), volume))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(".nii.gz");
    Volume wide = Volume.filled(Geometry.uncalibrated(Size.of(40_000, 1)), 1);
    assertThatThrownBy(() -> NiftiImages.write(folder.resolve("wide.nii"), wide))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("32767");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /**
   * The qform is what some programs read. Its numbers are 32-bit floats and one of four is left
   * out, which turns rotations by nearly half a turn by up to a thousandth.
   */
  @Property(tries = 200)
  void qformAndSformAgreeForEveryRotation(
      @ForAll @DoubleRange(min = -3.2, max = 3.2) double yaw,
      @ForAll @DoubleRange(min = -3.2, max = 3.2) double pitch,
      @ForAll @DoubleRange(min = -3.2, max = 3.2) double roll,
      @ForAll boolean reversed)
      throws IOException {
    Geometry grid = rotated(yaw, pitch, roll, reversed);
    Path file = Files.createTempFile("radcam", ".nii");
    try {
      NiftiImages.write(file, new Volume(grid, values(1)));
      byte[] bytes = Files.readAllBytes(file);
      assertThat(geometry(bytes).sameGridAs(grid)).isTrue();
      bytes[254] = 0; // the sform's code
      Vector3 far = geometry(bytes).toPatient(2, 1, 3);
      assertThat(far.minus(grid.toPatient(2, 1, 3)).length()).isLessThan(0.01);
    } finally {
      Files.delete(file);
    }
  }

  private static Geometry rotated(double yaw, double pitch, double roll, boolean reversed) {
    double cy = Math.cos(yaw);
    double sy = Math.sin(yaw);
    double cp = Math.cos(pitch);
    double sp = Math.sin(pitch);
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    Vector3 i = new Vector3(cy * cp, sy * cp, -sp);
    Vector3 j = new Vector3(cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr);
    Direction direction = new Direction(i, j, i.cross(j).times(reversed ? -1 : 1));
    return new Geometry(
        SIZE, new Vector3(1.5, 0.5, 2), new Vector3(9, -8, 7), direction, LengthUnit.MILLIMETRE);
  }

  private static Geometry geometry(byte[] bytes) throws IOException {
    return ImageFiles.read("f", bytes.clone()).geometry();
  }
}
