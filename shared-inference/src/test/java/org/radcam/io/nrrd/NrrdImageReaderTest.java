package org.radcam.io.nrrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.io.GoldenPlace.assertClose;
import static org.radcam.io.GoldenPlace.assertPlace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.radcam.TestData;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.Digests;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

class NrrdImageReaderTest {
  private static final String SHORTS =
      "type: short\nendian: little\ndimension: 3\nsizes: 2 3 2\nencoding: raw\n";
  private static final String OBLIQUE =
      "space directions: (1.6,1.2,0) (-0.36,0.48,0.8) (1.44,-1.92,1.8)\n"
          + "space origin: (10,20,30)\n";

  @TempDir Path folder;

  /** The table says how its values were made. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "golden.csv", delimiter = ';')
  void realVolumesAgreeWithSimpleItk(
      String path, String sha256, String size, String spacing, String origin, String direction)
      throws IOException {
    SourceImage image = ImageFiles.read(TestData.require(path));
    assertThat(Digests.sha256(image.volume().voxels())).isEqualTo(sha256);
    assertPlace(image.geometry(), size, spacing, origin, direction);
  }

  /** Golden: SimpleITK 2.5.7 on files of the same headers. */
  @Test
  void obliqueAxesInEveryPatientSpaceBecomeLps() throws IOException {
    assertPlace(
        grid(SHORTS + "space: right-anterior-superior\n" + OBLIQUE),
        new double[] {2, 1, 3},
        new double[] {-10, -20, 30},
        new double[] {-0.8, 0.36, -0.48, -0.6, -0.48, 0.64, 0, 0.8, 0.6});
    assertPlace(
        grid(SHORTS + "space: LAS\n" + OBLIQUE),
        new double[] {2, 1, 3},
        new double[] {10, -20, 30},
        new double[] {0.8, -0.36, 0.48, -0.6, -0.48, 0.64, 0, 0.8, 0.6});
    Geometry lps = grid(SHORTS + "space: left-posterior-superior\n" + OBLIQUE);
    assertClose(lps.direction().k(), 0.48, -0.64, 0.6);
    assertThat(placement(SHORTS + "space: LAS\n" + OBLIQUE)).isEqualTo(Placement.KNOWN);
  }

  @Test
  void withoutPatientSpaceThereIsSpacingButNoPlace() throws IOException {
    Size size = new Size(2, 3, 2);
    assertThat(grid(SHORTS + "spacings: 1 2 3\nunits: \"mm\" \"mm\" \"mm\"\n"))
        .isEqualTo(Geometry.millimetres(size, 1, 2, 3));
    assertThat(grid(SHORTS + "space dimension: 3\nspace units: \"um\" \"um\" \"um\"\n" + OBLIQUE))
        .satisfies(grid -> assertClose(grid.spacing(), 0.002, 0.001, 0.003))
        .satisfies(grid -> assertThat(grid.origin()).isEqualTo(Vector3.ZERO));
    assertThat(grid(SHORTS + "spacings: 1 2 NaN\nunits: \"mm\" \"mm\" \"mm\"\n").unit())
        .isEqualTo(LengthUnit.PIXEL);
    assertThat(grid(SHORTS)).isEqualTo(Geometry.uncalibrated(size));
    assertThat(placement(SHORTS + "spacings: 1 2 3\nunits: \"mm\" \"mm\" \"mm\"\n"))
        .isEqualTo(Placement.UNKNOWN);
    assertThatThrownBy(() -> grid(SHORTS + "spacings: 1 2 3\nunits: \"mm\" \"mm\" \"s\"\n"))
        .hasMessageContaining("units");
  }

  @Test
  void aSliceInSpaceHasANormal() throws IOException {
    String slice =
        "type: uchar\ndimension: 2\nsizes: 2 3\nencoding: raw\nspace: LPS\n"
            + "space directions: (0,2,0) (0,0,-3)\nspace origin: (10,20,30)\n";
    Geometry grid = read(slice, new byte[6]).geometry();
    assertThat(grid.spacing()).isEqualTo(new Vector3(2, 3, 1));
    assertClose(grid.direction().k(), -1, 0, 0);
  }

  @Test
  void bothByteOrdersAndGzipAreRead() throws IOException {
    byte[] big = numbers(ByteOrder.BIG_ENDIAN);
    assertThat(read(SHORTS.replace("little", "big"), big).volume().at(1, 2, 1)).isEqualTo(-11);
    byte[] little = numbers(ByteOrder.LITTLE_ENDIAN);
    assertThat(read(SHORTS.replace("raw", "gzip"), gzip(little)).volume().at(0, 1, 0))
        .isEqualTo(-2);
    assertThat(read(SHORTS + "byte skip: 3\n", join(new byte[3], little)).volume().at(1, 2, 1))
        .isEqualTo(-11);
    assertThat(read(SHORTS + "byteskip: -1\n", join(new byte[7], little)).volume().at(1, 2, 1))
        .isEqualTo(-11);
  }

  @Test
  void axesThatAreNotOfTheGridMustHaveLengthOne() throws IOException {
    String one =
        "type: uchar\ndimension: 4\nsizes: 1 2 3 2\nencoding: raw\nspace: LPS\n"
            + "space directions: none (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\n";
    assertThat(read(one, new byte[12]).volume().size()).isEqualTo(new Size(2, 3, 2));
    assertThatThrownBy(() -> read(one.replace("1 2 3 2", "3 2 2 1"), new byte[12]))
        .hasMessageContaining("3 values for each voxel");
    String rgb =
        "type: uchar\ndimension: 3\nsizes: 3 2 2\nkinds: RGB-color domain domain\nencoding: raw\n";
    assertThatThrownBy(() -> read(rgb, new byte[12])).hasMessageContaining("3 values for each");
  }

  @Test
  void dataInAFileOfItsOwnAreFoundBesideTheHeaderOnly() throws IOException {
    Path header = folder.resolve("brain.nhdr");
    Files.writeString(header, "NRRD0004\n" + SHORTS + "data file: brain.raw\n");
    assertThatThrownBy(() -> ImageFiles.read(header)).hasMessageContaining("missing");
    Files.write(folder.resolve("brain.raw"), numbers(ByteOrder.LITTLE_ENDIAN));
    assertThat(ImageFiles.read(header).volume().at(1, 2, 1)).isEqualTo(-11);
    String digest = ImageFiles.open(header).sha256();
    assertThat(ImageFiles.open(header).decode().volume().at(1, 0, 0)).isEqualTo(-1);
    Files.write(folder.resolve("brain.raw"), new byte[24]);
    assertThat(ImageFiles.open(header).sha256()).isNotEqualTo(digest);
    for (String elsewhere : new String[] {"../brain.raw", "/etc/passwd", "C:\\x", ".."}) {
      Files.writeString(header, "NRRD0004\n" + SHORTS + "data file: " + elsewhere + "\n");
      assertThatThrownBy(() -> ImageFiles.read(header))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageContaining("another folder");
    }
    for (String several : new String[] {"LIST\na.raw\nb.raw", "a%03d.raw 1 9 1"}) {
      Files.writeString(header, "NRRD0004\n" + SHORTS + "data file: " + several + "\n");
      assertThatThrownBy(() -> ImageFiles.read(header)).hasMessageContaining("several data files");
    }
  }

  @Test
  void aShearIsRefusedWhichOtherReadersLeaveOut() {
    assertThatThrownBy(
            () ->
                grid(
                    SHORTS
                        + "space: LPS\nspace directions: (1,0,0) (0.5,1,0) (0,0,1)\n"
                        + "space origin: (0,0,0)\n"))
        .hasMessageContaining("not at right angles");
  }

  @Test
  void hostileHeadersAreRefused() {
    assertThatThrownBy(() -> grid(SHORTS.replace("2 3 2", "99999 99999 99999")))
        .hasMessageContaining("at most 134,217,728");
    assertThatThrownBy(() -> grid(SHORTS.replace("2 3 2", "500 500 500")))
        .hasMessageContaining("far more pixels");
    assertThatThrownBy(() -> grid(SHORTS.replace("2 3 2", "2 3"))).hasMessageContaining("sizes");
    assertThatThrownBy(() -> grid(SHORTS.replace("2 3 2", "2 x 2"))).hasMessageContaining("sizes");
    assertThatThrownBy(() -> grid(SHORTS.replace("2 3 2", "2 3 3")))
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> grid(SHORTS.replace("endian: little\n", "")))
        .hasMessageContaining("order of bytes");
    assertThatThrownBy(() -> grid(SHORTS + "sizes: 1 1 1\n")).hasMessageContaining("twice");
    assertThatThrownBy(() -> grid(SHORTS.replace("raw", "bzip2"))).hasMessageContaining("bzip2");
    assertThatThrownBy(() -> grid(SHORTS.replace("short", "block"))).hasMessageContaining("type");
    assertThatThrownBy(() -> grid("words\n")).hasMessageContaining("without a colon");
    assertThatThrownBy(
            () ->
                grid(
                    SHORTS
                        + "space: LPS\nspace directions: (1e999,0,0) (0,1,0) (0,0,0)\n"
                        + "space origin: (0,0,0)\n"))
        .hasMessageContaining("space directions")
        .isInstanceOf(UnreadableImageException.class);
  }

  private Geometry grid(String header) throws IOException {
    return read(header, numbers(ByteOrder.LITTLE_ENDIAN)).geometry();
  }

  private Placement placement(String header) throws IOException {
    return read(header, numbers(ByteOrder.LITTLE_ENDIAN)).placement();
  }

  private SourceImage read(String header, byte[] data) throws IOException {
    byte[] head = ("NRRD0004\n# comment\n" + header + "\n").getBytes(StandardCharsets.UTF_8);
    return ImageFiles.read(Files.write(folder.resolve("file.nrrd"), join(head, data)));
  }

  /** 0, -1, -2 ... -11. */
  private static byte[] numbers(ByteOrder order) {
    byte[] bytes = new byte[24];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    for (int i = 0; i < 12; i++) {
      buffer.putShort((short) -i);
    }
    return bytes;
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
