package org.radcam.io.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.io.GoldenPlace.assertClose;
import static org.radcam.io.GoldenPlace.assertPlace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.TestData;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;
import org.radcam.io.ImageFiles;
import org.radcam.io.format.ImageFormatException;

class NiftiImageReaderTest {
  private static final byte[] TWELVE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  static Stream<NiftiBytes> versionsAndOrders() {
    return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
        .flatMap(order -> Stream.of(NiftiBytes.version1(order), NiftiBytes.version2(order)))
        .map(file -> file.dim(2, 3, 2).voxels(TWELVE));
  }

  private static NiftiBytes file() {
    return NiftiBytes.version1(ByteOrder.LITTLE_ENDIAN).dim(2, 3, 2).voxels(TWELVE);
  }

  /** The table says how its values were made. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "golden.csv", delimiter = ';')
  void realVolumesAgreeWithNibabelAndSimpleItk(
      String path, String sha256, String size, String spacing, String origin, String direction)
      throws IOException {
    SourceImage image = ImageFiles.read(TestData.require(path));
    assertThat(Digests.sha256(image.volume().voxels())).isEqualTo(sha256);
    assertPlace(image.geometry(), size, spacing, origin, direction);
  }

  /** Golden: SimpleITK 2.5.7 and nibabel 5.4.2 on a file of the same header. */
  @ParameterizedTest
  @MethodSource("versionsAndOrders")
  void anObliqueLeftHandedQformIsReadInEveryVersionAndByteOrder(NiftiBytes file)
      throws IOException {
    file.qform(1, 0.1, 0.2, 0.3, 10, 20, 30).pixdim(-1, 2, 3, 4).units(2);
    SourceImage image = read(file);
    assertPlace(
        image.geometry(),
        new double[] {2, 3, 4},
        new double[] {-10, -20, 30},
        new double[] {
          -0.7399999966700175, 0.5164171551889915, 0.4309447499971796,
          -0.5964171186695812, -0.7999999669709889, -0.06547236582718023,
          -0.3109447305973344, 0.305472379558162, -0.8999999954238113
        });
    assertThat(image.placement()).isEqualTo(Placement.KNOWN);
    assertThat(image.volume().at(1, 2, 1)).isEqualTo(11);
    assertThat(image.traits().rescaleSlope()).isEqualTo(1);
  }

  /** Golden: SimpleITK 2.5.7 on a file of the same header. */
  @ParameterizedTest
  @MethodSource("versionsAndOrders")
  void theSformCountsBeforeTheQform(NiftiBytes file) throws IOException {
    file.qform(1, 0, 0, 0, 1, 2, 3).pixdim(1, 9, 9, 9).units(2);
    file.sform(4, 0, 3, 0, 5, 2, 0, 0, 6, 0, 0, 4, 7);
    assertPlace(
        read(file).geometry(),
        new double[] {2, 3, 4},
        new double[] {-5, -6, 7},
        new double[] {0, -1, 0, -1, 0, 0, 0, 0, 1});
  }

  @Test
  void metresAndMicrometresBecomeMillimetres() throws IOException {
    Geometry metres =
        read(file().units(1).qform(1, 0, 0, 0, .01, .02, .03).pixdim(1, .002, .003, .004))
            .geometry();
    assertClose(metres.spacing(), 2, 3, 4);
    assertClose(metres.origin(), -10, -20, 30);
    Geometry micrometres =
        read(file().units(3).sform(1, 500, 0, 0, 1000, 0, 250, 0, 0, 0, 0, 2000, 0)).geometry();
    assertClose(micrometres.spacing(), 0.5, 0.25, 2);
    assertClose(micrometres.origin(), -1, 0, 0);
  }

  @Test
  void withoutAPlaceTheAxesAreThoseOfTheImageAndWithoutAUnitTheUnitIsThePixel() throws IOException {
    Size size = new Size(2, 3, 2);
    assertThat(read(file().units(2).pixdim(1, 2, 3, 4)).geometry())
        .isEqualTo(Geometry.millimetres(size, 2, 3, 4));
    assertThat(read(file().units(2)).placement()).isEqualTo(Placement.UNKNOWN);
    assertThat(read(file().units(0)).geometry()).isEqualTo(Geometry.uncalibrated(size));
    // nibabel and others leave the unit out; a file that says where it lies means millimetres.
    assertThat(read(file().units(0).qform(2, 0, 0, 0, 0, 0, 0)).geometry().unit())
        .isEqualTo(LengthUnit.MILLIMETRE);
  }

  @Test
  void aShearIsRefusedAlsoWhereItIsSmallButTheGridIsLong() throws IOException {
    assertThatThrownBy(
            () ->
                read(
                    file().qform(1, 0, 0, 0, 0, 0, 0).sform(4, 2, 1, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7)))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("not at right angles")
        .hasMessageContaining("resample it first");
    double shear = 5e-4; // of 300 voxels: the last row would be moved by 0.15 voxels
    NiftiBytes large =
        NiftiBytes.version1(ByteOrder.LITTLE_ENDIAN).dim(2, 300, 1).voxels(new byte[600]);
    assertThatThrownBy(() -> read(large.sform(1, 1, shear, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)))
        .hasMessageContaining("not at right angles");
    assertThat(read(file().sform(1, 1, shear, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)).volume().voxels())
        .hasSize(12);
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> read(file().sform(1, new double[12]))).hasMessageContaining("sform");
    double nan = Double.NaN;
    assertThatThrownBy(() -> read(file().sform(1, 1, 0, 0, nan, 0, 1, 0, 0, 0, 0, 1, 0)))
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> read(file().qform(1, 0.9, 0.9, 0, 0, 0, 0)))
        .hasMessageContaining("no rotation");
    assertThatThrownBy(() -> read(file().pixdim(1, 0, 1, 1))).hasMessageContaining("pixdim");
    assertThatThrownBy(
            () ->
                read(
                    NiftiBytes.version2(ByteOrder.LITTLE_ENDIAN)
                        .dim(1, 1, 1)
                        .voxels(new byte[1])
                        .sform(1, 1e200, 0, 0, 0, 0, 1e200, 0, 0, 0, 0, 1e200, 0)))
        .isInstanceOf(ImageFormatException.class);
  }

  @Test
  void everyTypeOfNumberIsReadAtItsExtremes() throws IOException {
    assertThat(two(256, in(2).put((byte) -128).put((byte) 127))).containsExactly(-128, 127);
    assertThat(two(2, in(2).put((byte) 0).put((byte) 255))).containsExactly(0, 255);
    assertThat(two(4, in(4).putShort((short) -32768).putShort((short) 32767)))
        .containsExactly(-32768, 32767);
    assertThat(two(512, in(4).putShort((short) 0).putShort((short) -1))).containsExactly(0, 65535);
    assertThat(two(8, in(8).putInt(Integer.MIN_VALUE).putInt(16_777_217)))
        .containsExactly(-0x1p31f, 0x1p24f);
    assertThat(two(768, in(8).putInt(1).putInt(-1))).containsExactly(1, 0x1p32f);
    assertThat(two(1024, in(16).putLong(Long.MIN_VALUE).putLong(-3))).containsExactly(-0x1p63f, -3);
    assertThat(two(1280, in(16).putLong(-1).putLong(Long.MIN_VALUE)))
        .containsExactly(0x1p64f, 0x1p63f);
    assertThat(two(16, in(8).putFloat(Float.NaN).putFloat(-0.5f))).containsExactly(Float.NaN, -.5f);
    assertThat(two(64, in(16).putDouble(1e300).putDouble(0.1)))
        .containsExactly(Float.POSITIVE_INFINITY, 0.1f);
  }

  private static ByteBuffer in(int bytes) {
    return ByteBuffer.allocate(bytes);
  }

  @SuppressWarnings("ByteBufferBackingArray") // made by in()
  private static float[] two(int dataType, ByteBuffer voxels) throws IOException {
    return read(NiftiBytes.version1(ByteOrder.BIG_ENDIAN)
            .dim(2)
            .dataType(dataType)
            .voxels(voxels.array()))
        .volume()
        .voxels();
  }

  @Test
  void theScaleIsAppliedInDoubleAndNoScaleIsNone() throws IOException {
    SourceImage scaled = read(file().scale(-0.1f, 1000));
    assertThat(scaled.volume().voxels()[3]).isEqualTo((float) (1000 + 3 * (double) -0.1f));
    assertThat(scaled.traits().rescaleSlope()).isEqualTo(1);
    assertThat(scaled.traits().rescaleIntercept()).isZero();
    assertThat(read(file().scale(0, 7)).volume().voxels()[3]).isEqualTo(3);
    assertThat(read(file().scale(Double.NaN, Double.NaN)).volume().voxels()[3]).isEqualTo(3);
    assertThatThrownBy(() -> read(file().scale(2, Double.NaN))).hasMessageContaining("scl_inter");
  }

  @Test
  void oneTimePointIsAVolumeAndSeveralAreRefusedSayingWhy() throws IOException {
    assertThat(read(file().dim(2, 3, 2, 1, 1)).volume().size()).isEqualTo(new Size(2, 3, 2));
    assertThat(read(file().dim(2, 3)).volume().size()).isEqualTo(Size.of(2, 3));
    assertThatThrownBy(() -> read(file().dim(2, 3, 1, 2)))
        .hasMessageContaining("holds 2 volumes")
        .hasMessageContaining("Image > Duplicate...");
    assertThatThrownBy(() -> read(file().dim(2, 3, 1, 1, 2)))
        .hasMessageContaining("2 values for each voxel");
  }

  @Test
  void whatIsNoSingleNumberIsRefusedByName() {
    assertThatThrownBy(() -> read(file().dataType(32))).hasMessageContaining("complex numbers");
    assertThatThrownBy(() -> read(file().dataType(128))).hasMessageContaining("colours");
    assertThatThrownBy(() -> read(file().dataType(1))).hasMessageContaining("single bits");
    assertThatThrownBy(() -> read(file().dataType(77))).hasMessageContaining("datatype");
    assertThatThrownBy(() -> read(file().magic("\0\0\0"))).hasMessageContaining("magic");
  }

  @Test
  void sizesAreCheckedBeforeAnythingIsAllocated() {
    assertThatThrownBy(() -> read(file().dim(30000, 30000, 30000)))
        .hasMessageContaining("at most 134,217,728 pixels");
    assertThatThrownBy(() -> read(file().dim(500, 500, 500)))
        .hasMessageContaining("far more pixels");
    assertThatThrownBy(() -> read(file().dim(2, -3, 2))).hasMessageContaining("no image");
    assertThatThrownBy(() -> read(file().voxelOffset(1e9f))).hasMessageContaining("cut off");
    assertThatThrownBy(() -> read(file().voxelOffset(1e30f))).hasMessageContaining("vox_offset");
    assertThatThrownBy(() -> read(file().voxelOffset(0))).hasMessageContaining("vox_offset");
    assertThatThrownBy(() -> read(file().voxelOffset(352.5))).hasMessageContaining("begin");
    assertThatThrownBy(() -> read(file().voxels(new byte[11])))
        .hasMessage(
            "The NIfTI file is cut off: its header announces 12 voxels in 12 bytes, but it holds 11"
                + " of them. Copy or export it again.");
  }

  @Test
  void gzipIsUnpackedAndABombOrACutIsRefused() throws IOException {
    byte[] packed = gzip(file().bytes());
    assertThat(NiftiImageReader.read("f", packed).volume().voxels()[11]).isEqualTo(11);
    assertThatThrownBy(() -> NiftiImageReader.read("f", Arrays.copyOf(packed, packed.length - 12)))
        .isInstanceOf(ImageFormatException.class);
    byte[] flipped = packed.clone();
    flipped[packed.length - 8] ^= 1; // of the checksum
    assertThatThrownBy(() -> NiftiImageReader.read("f", flipped)).hasMessageContaining("damaged");
    byte[] lie = gzip(file().dim(500, 500, 500).bytes());
    assertThatThrownBy(() -> NiftiImageReader.read("f", lie)).hasMessageContaining("far more");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aPairNeedsBothFiles() throws IOException {
    byte[] header = file().magic("ni1").voxelOffset(0).headerBytes();
    assertThat(NiftiImageReader.isPair(header)).isTrue();
    assertThatThrownBy(() -> NiftiImageReader.read("f", header)).hasMessageContaining(".img");
    assertThat(NiftiImageReader.read("f", header, Optional.of(TWELVE)).volume().voxels())
        .endsWith(10, 11);
  }

  private static SourceImage read(NiftiBytes file) throws IOException {
    return NiftiImageReader.read("file.nii", file.bytes());
  }
}
