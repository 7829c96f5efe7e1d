package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.format.JpegBomb;

class ImageFilesTest {
  @TempDir Path folder;

  @Test
  void sixteenBitGreyKeepsEveryValue() throws IOException {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
    int[] values = {0, 1, 255, 256, 40000, 65535};
    picture.getRaster().setPixels(0, 0, 3, 2, values);
    SourceImage image = ImageFiles.read(png("deep.png", picture));
    assertThat(image.volume().voxels()).containsExactly(0, 1, 255, 256, 40000, 65535);
    assertThat(image.geometry()).isEqualTo(Geometry.uncalibrated(Size.of(3, 2)));
    assertThat(image.traits().colour()).isFalse();
  }

  @Test
  void colourIsTheRoundedMeanAndGreySavedAsRgbIsNoColour() throws IOException {
    Path colour = folder.resolve("colour.png");
    PngImages.write(colour, 3, 1, new int[] {0xff0000, 0x0a0b0b, 0x040404});
    assertThat(ImageFiles.read(colour).volume().voxels()).containsExactly(85, 11, 4);
    assertThat(ImageFiles.read(colour).traits().colour()).isTrue();
    Path grey = folder.resolve("grey.png");
    PngImages.write(grey, 256, 1, greys());
    float[] voxels = ImageFiles.read(grey).volume().voxels();
    for (int i = 0; i < 256; i++) {
      assertThat(voxels[i]).isEqualTo(i);
    }
    assertThat(ImageFiles.read(grey).traits().colour()).isFalse();
  }

  private static int[] greys() {
    int[] greys = new int[256];
    for (int i = 0; i < 256; i++) {
      greys[i] = i * 0x010101;
    }
    return greys;
  }

  @Test
  void aPaletteGivesItsColoursNotItsIndices() throws IOException {
    byte[] reds = {10, (byte) 200};
    byte[] others = {10, (byte) 190};
    IndexColorModel palette = new IndexColorModel(1, 2, reds, others, others);
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    picture.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 1, 0});
    SourceImage image = ImageFiles.read(png("palette.png", picture));
    assertThat(image.volume().voxels()).containsExactly(10, 193, 10);
    assertThat(image.traits().colour()).isTrue();
  }

  @Test
  void transparencyIsLaidOverWhite() throws IOException {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 3, 1, new int[] {0xff646464, 0x00646464, 0x80646464}, 0, 3);
    // 100 opaque, 100 unseen, 100 by 128/255: (100 * 128 + 255 * 127) / 255 = 177.2
    assertThat(ImageFiles.read(png("veil.png", picture)).volume().voxels())
        .containsExactly(100, 255, 177);
  }

  @Test
  void aTruePixelSizeInAPngIsBelievedAndAScreensDensityIsNot() throws IOException {
    byte[] png = pngBytes(new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY));
    SourceImage detector = read(withDensity(png, 6993, 5000, 1));
    assertThat(detector.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(detector.geometry().spacing()).isEqualTo(new Vector3(1 / 6.993, 0.2, 1));
    for (int dotsPerMetre : new int[] {2835, 3779, 3780, 11811, 0, 500_000_000}) {
      assertThat(read(withDensity(png, dotsPerMetre, dotsPerMetre, 1)).geometry())
          .isEqualTo(Geometry.uncalibrated(Size.of(2, 1)));
    }
    SourceImage tall = read(withDensity(png, 3, 2, 0));
    assertThat(tall.geometry().unit()).isEqualTo(LengthUnit.PIXEL);
    assertThat(tall.geometry().spacing()).isEqualTo(new Vector3(1, 1.5, 1));
  }

  private SourceImage read(byte[] bytes) throws IOException {
    return ImageFiles.read(Files.write(folder.resolve("file"), bytes));
  }

  /** Inserts a pHYs chunk behind the header. */
  private static byte[] withDensity(byte[] png, int x, int y, int unit) {
    byte[] chunk = chunk("pHYs", ByteBuffer.allocate(9).putInt(x).putInt(y).put((byte) unit));
    ByteBuffer all = ByteBuffer.allocate(png.length + chunk.length);
    all.put(png, 0, 33).put(chunk).put(png, 33, png.length - 33);
    return all.array();
  }

  private static byte[] chunk(String type, ByteBuffer content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.position() + 12);
    chunk.putInt(content.position()).put(type.getBytes(StandardCharsets.US_ASCII));
    chunk.put(content.flip());
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, chunk.position() - 4);
    return chunk.putInt((int) sum.getValue()).array();
  }

  @Test
  void greyJpegIsReadAndAFileIsKnownByItsContentNotItsName() throws IOException {
    BufferedImage picture = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = new int[16 * 8];
    Arrays.fill(samples, 90);
    picture.getRaster().setPixels(0, 0, 16, 8, samples);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", jpeg);
    Path file = Files.write(folder.resolve("wrong.png"), jpeg.toByteArray());
    SourceImage image = ImageFiles.read(file);
    assertThat(image.volume().size()).isEqualTo(Size.of(16, 8));
    assertThat(image.volume().voxels()).containsOnly(90);
    byte[] cut = Arrays.copyOf(jpeg.toByteArray(), jpeg.size() - 20);
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("damaged");
  }

  @Test
  void aJpegOfFarMoreScansThanAnyEncoderWritesIsRefused() throws IOException {
    assertThat(read(JpegBomb.withLastScan(1)).volume().size()).isEqualTo(Size.of(16, 8));
    byte[] bomb = JpegBomb.withLastScan(200);
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("decodes at most 64")
        .hasMessageContaining("not as progressive JPEG");
  }

  @Test
  void aPngThatIsCutOffOrChangedIsRefusedRatherThanHalfRead() throws IOException {
    byte[] png = pngBytes(new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY));
    assertThatThrownBy(() -> read(Arrays.copyOf(png, png.length - 12)))
        .hasMessageContaining("damaged or cut off");
    byte[] changed = png.clone();
    changed[png.length - 20] ^= 1;
    assertThatThrownBy(() -> read(changed)).hasMessageContaining("damaged or cut off");
  }

  @Test
  void aPngThatClaimsToBeHugeIsRefusedByItsHeader() throws IOException {
    byte[] png = pngBytes(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
    assertThatThrownBy(() -> read(withSize(png, 100_000, 100_000)))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("100000 x 100000")
        .hasMessageContaining("at most 134,217,728 pixels");
    assertThatThrownBy(() -> read(withSize(png, 10_000, 10_000)))
        .hasMessageContaining("far more pixels");
  }

  private static byte[] withSize(byte[] png, int columns, int rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(columns).putInt(rows).put(png, 24, 5);
    ByteBuffer all = ByteBuffer.wrap(png.clone());
    return all.put(8, chunk("IHDR", header)).array();
  }

  @Test
  void whatIsNoImageSaysWhatItIs() throws IOException {
    assertThatThrownBy(() -> ImageFiles.read(folder.resolve("absent.png")))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("The file does not exist.");
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("folder");
    assertThatThrownBy(() -> read(new byte[0])).hasMessage("The file is empty.");
    assertThatThrownBy(() -> read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("PDF");
    assertThatThrownBy(() -> read("some words".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("of no kind that RadCAM knows");
  }

  @Test
  void anOpenedFileHasTheDigestAndTheImageOfTheSameBytes() throws IOException {
    byte[] png = pngBytes(new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY));
    Path path = Files.write(folder.resolve("one.png"), png);
    ImageFile file = ImageFiles.open(path);
    Files.write(path, new byte[1]);
    assertThat(file.sha256()).isEqualTo(Digests.sha256(png));
    SourceImage image = file.decode();
    assertThat(image.name()).isEqualTo("one.png");
    assertThat(image.volume().voxels()).containsExactly(0, 0);
    assertThatThrownBy(file::decode).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatNeverEndsIsNotOpened() throws IOException {
    Path device = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(device), "Skipped: this system has no /dev/zero");
    Path link = Files.createSymbolicLink(folder.resolve("endless.png"), device);
    assertThatThrownBy(() -> ImageFiles.open(link))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("This is no ordinary file.");
    assertThatThrownBy(() -> ImageFiles.open(folder.resolve("absent.png")))
        .hasMessage("The file does not exist.");
  }

  private Path png(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    PngImages.write(file, picture);
    return file;
  }

  private static byte[] pngBytes(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
