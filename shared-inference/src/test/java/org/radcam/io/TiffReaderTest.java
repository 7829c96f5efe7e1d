package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;

class TiffReaderTest {
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  @TempDir Path folder;

  @Test
  void whiteIsZeroKeepsItsStoredValuesAndSaysSo() throws IOException {
    byte[] file =
        new TiffBytes(BIG, 3, 1, 16)
            .field(TiffDirectory.PHOTOMETRIC, 0)
            .with(new byte[] {0, 7, (byte) 0xff, (byte) 0xff, 1, 0});
    SourceImage image = TiffReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(7, 65535, 256);
    assertThat(image.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
  }

  @Test
  void signedAndUnsignedIntegersOfAllWidthsAreWhatTheyAre() throws IOException {
    assertThat(voxels(8, TiffPage.SIGNED, new byte[] {-3, 4})).containsExactly(-3, 4);
    assertThat(voxels(8, TiffPage.UNSIGNED, new byte[] {-3, 4})).containsExactly(253, 4);
    assertThat(voxels(16, TiffPage.SIGNED, new byte[] {-2, -1, 4, 0})).containsExactly(-2, 4);
    byte[] large = {-1, -1, -1, -1, 5, 0, 0, 0};
    assertThat(voxels(32, TiffPage.UNSIGNED, large)).containsExactly(0x1p32f, 5);
    assertThat(voxels(32, TiffPage.SIGNED, large)).containsExactly(-1, 5);
  }

  private static float[] voxels(int bits, int format, byte[] data) throws IOException {
    byte[] file =
        new TiffBytes(LITTLE, 2, 1, bits).field(TiffDirectory.SAMPLE_FORMAT, format).with(data);
    return TiffReader.read("x", file).volume().voxels();
  }

  @Test
  void floatsKeepNaNAndInfinity() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(12).order(BIG);
    data.putFloat(Float.NaN).putFloat(-0.125f).putFloat(Float.POSITIVE_INFINITY);
    byte[] file =
        new TiffBytes(BIG, 3, 1, 32)
            .field(TiffDirectory.SAMPLE_FORMAT, TiffPage.FLOAT)
            .with(data.array());
    assertThat(TiffReader.read("x", file).volume().voxels())
        .containsExactly(Float.NaN, -0.125f, Float.POSITIVE_INFINITY);
  }

  @Test
  void aStackOfImageJWithOneDirectoryIsReadWholeWithItsCalibration() throws IOException {
    byte[] file =
        new TiffBytes(BIG, 2, 1, 16)
            .description(
                "ImageJ=1.54p\nimages=3\nslices=3\nunit=\\u00B5m\nspacing=-4\ncf=0\nc0=-32768\nc1=2\n")
            .field(TiffDirectory.STRIP_BYTES, 4)
            .with(new byte[] {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6});
    SourceImage image = TiffReader.read("x", file);
    assertThat(image.volume().size()).isEqualTo(new Size(2, 1, 3));
    assertThat(image.volume().voxels()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(image.traits().rescaleSlope()).isEqualTo(2);
    assertThat(image.traits().rescaleIntercept()).isEqualTo(-32768);
    // Without a resolution there is no size of a pixel, whatever the unit.
    assertThat(image.geometry().unit()).isEqualTo(LengthUnit.PIXEL);
  }

  @Test
  void aPageOfEachSliceRoundTripsWithSpacingsOfTheirOwn() throws IOException {
    float[] values = {0, 1, Float.NaN, 3, -4, 5, 6, 7, 8, 9, 10, 11};
    Geometry geometry = Geometry.millimetres(new Size(3, 2, 2), 0.143, 0.25, 2.5);
    Path file = folder.resolve("stack.tif");
    FloatTiff.write(file, new Volume(geometry, values));
    SourceImage image = ImageFiles.read(file);
    assertThat(image.name()).isEqualTo("stack.tif");
    assertThat(image.volume().voxels()).containsExactly(values);
    assertThat(image.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(image.geometry().spacing().x()).isCloseTo(0.143, within(1e-9));
    assertThat(image.geometry().spacing().y()).isCloseTo(0.25, within(1e-9));
    assertThat(image.geometry().spacing().z()).isEqualTo(2.5);
  }

  @Test
  void aPalettesHighBytesAreItsColours() throws IOException {
    long[] map = new long[3 * 256];
    for (int channel = 0; channel < 3; channel++) {
      map[256 * channel + 1] = 20 << 8; // as PIL writes 20
      map[256 * channel + 2] = 20 * 257; // as libtiff does
    }
    byte[] file =
        new TiffBytes(LITTLE, 3, 1, 8)
            .field(TiffDirectory.PHOTOMETRIC, TiffPage.PALETTE)
            .field(TiffDirectory.COLOR_MAP, map)
            .with(new byte[] {0, 1, 2});
    SourceImage image = TiffReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(0, 20, 20);
    assertThat(image.traits().colour()).isFalse();
  }

  @Test
  void aResolutionCountsOnlyWhereImageJNamesItsUnit() throws IOException {
    Path file = folder.resolve("map.tif");
    Geometry geometry = Geometry.millimetres(Size.of(2, 1), 0.2, 0.4, 1);
    FloatTiff.write(file, new Volume(geometry, new float[2]));
    assertThat(ImageFiles.read(file).geometry()).isEqualTo(geometry);
    byte[] bytes = Files.readAllBytes(file);
    int unit = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ImageJ=");
    bytes[unit] = 'J';
    SourceImage image = TiffReader.read("x", bytes);
    assertThat(image.geometry().unit()).isEqualTo(LengthUnit.PIXEL);
    assertThat(image.geometry().spacing()).isEqualTo(new Vector3(1, 2, 1));
  }

  @Test
  void whatTheHeaderClaimsIsCheckedAgainstTheFile() {
    assertThatThrownBy(() -> read(new TiffBytes(LITTLE, 100_000, 100_000, 8)))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("100000 x 100000")
        .hasMessageContaining("134,217,728");
    assertThatThrownBy(() -> read(new TiffBytes(LITTLE, 8000, 8000, 8)))
        .isInstanceOf(ImageFormatException.class);
    assertThatThrownBy(
            () -> read(new TiffBytes(LITTLE, 8000, 8000, 8).field(TiffDirectory.COMPRESSION, 5)))
        .hasMessageContaining("far more pixels");
    assertThatThrownBy(
            () ->
                read(
                    new TiffBytes(LITTLE, 2, 2, 8)
                        .field(TiffDirectory.STRIP_BYTES, Integer.MAX_VALUE)))
        .hasMessageContaining("damaged");
  }

  @Test
  void theSizeOfAllPagesIsCheckedBeforeAnyPageButTheFirst() {
    byte[] page =
        new TiffBytes(LITTLE, 4096, 4096, 8)
            .field(TiffDirectory.COMPRESSION, 5)
            .with(new byte[4096]);
    byte[] pages = TiffBytes.repeated(page, 9);
    byte[] last = new TiffBytes(LITTLE, 2, 2, 8).with(new byte[4]);
    // The last page is another, which was the complaint before.
    int length = 2 + 12 * page[8] + 4;
    System.arraycopy(last, 8, pages, pages.length - length, length);
    assertThatThrownBy(() -> TiffReader.read("x", pages))
        .hasMessageContaining("4096 x 4096 x 9")
        .hasMessageContaining("at most 134,217,728");
  }

  @Test
  void pagesOfFarTooManyStripsAreRefused() {
    int strips = 1 << 18;
    long[] lengths = new long[strips];
    Arrays.fill(lengths, 1);
    byte[] page =
        new TiffBytes(LITTLE, 1, strips, 8)
            .field(TiffDirectory.ROWS_PER_STRIP, 1)
            .field(TiffDirectory.STRIP_OFFSETS, new long[strips])
            .field(TiffDirectory.STRIP_BYTES, lengths)
            .with(new byte[strips]);
    assertThatThrownBy(() -> TiffReader.read("x", TiffBytes.repeated(page, 3)))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("more than 524,288 strips");
  }

  private static SourceImage read(TiffBytes tiff) throws IOException {
    return TiffReader.read("x", tiff.with(new byte[4]));
  }

  @Test
  void directoriesThatGoInACircleEnd() {
    byte[] file = new TiffBytes(LITTLE, 2, 2, 8).with(new byte[4]);
    int entries = file[8];
    file[8 + 2 + 12 * entries] = 8; // the next directory is the first
    assertThatThrownBy(() -> TiffReader.read("x", file)).hasMessageContaining("damaged");
  }

  @Test
  void kindsThatAreNotReadAreNamed() {
    assertThatThrownBy(
            () -> read(new TiffBytes(LITTLE, 1, 1, 8).field(TiffDirectory.PHOTOMETRIC, 5)))
        .hasMessageContaining("CMYK");
    assertThatThrownBy(
            () -> read(new TiffBytes(LITTLE, 1, 1, 8).field(TiffDirectory.COMPRESSION, 7)))
        .hasMessageContaining("JPEG compression inside");
    assertThatThrownBy(
            () -> read(new TiffBytes(LITTLE, 1, 1, 8).description("ImageJ=1.54p\nchannels=3\n")))
        .hasMessageContaining("several channels");
    assertThatThrownBy(
            () -> read(new TiffBytes(LITTLE, 1, 1, 8).description("ImageJ=1.54p\ncf=21\n")))
        .hasMessageContaining("not linear");
  }

  @Test
  void theFileIsLeftAsItIs() throws IOException {
    byte[] bytes =
        new TiffBytes(BIG, 1, 1, 8).field(TiffDirectory.PHOTOMETRIC, 0).with(new byte[] {3});
    Path file = Files.write(folder.resolve("white.tif"), bytes);
    assertThat(ImageFiles.read(file).volume().voxels()).containsExactly(3);
    assertThat(file)
        .hasBinaryContent(
            new TiffBytes(BIG, 1, 1, 8).field(TiffDirectory.PHOTOMETRIC, 0).with(new byte[] {3}));
  }
}
