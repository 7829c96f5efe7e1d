package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;

class PicturesTest {
  @Test
  void greyAndColouredBitmapsOfWindowsAreReadFromTheirUpperLeftCorner() throws IOException {
    SourceImage grey = read(bmp(picture(BufferedImage.TYPE_BYTE_GRAY)));
    assertThat(grey.volume().size()).isEqualTo(Size.of(5, 3));
    assertThat(grey.volume().voxels()).startsWith(0, 16, 32, 48, 64, 80).endsWith(224);
    assertThat(grey.traits().colour()).isFalse();
    BufferedImage red = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
    red.setRGB(1, 0, 0xff0000);
    SourceImage colour = read(bmp(red));
    assertThat(colour.volume().voxels()).startsWith(0, 85, 0);
    assertThat(colour.traits().colour()).isTrue();
  }

  @Test
  void aBitmapsTruePixelSizeIsBelievedAndAScreensIsNot() throws IOException {
    byte[] bytes = bmp(picture(BufferedImage.TYPE_BYTE_GRAY));
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(38, 5000).putInt(42, 4000);
    assertThat(read(bytes).geometry().spacing()).isEqualTo(new Vector3(0.2, 0.25, 1));
    header.putInt(38, 2835).putInt(42, 2835);
    assertThat(read(bytes).geometry().unit()).isEqualTo(LengthUnit.PIXEL);
  }

  @Test
  void aBitmapThatIsCutOffOrOddIsRefused() throws IOException {
    byte[] bytes = bmp(picture(BufferedImage.TYPE_BYTE_GRAY));
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("BMP file is damaged or cut off");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 16);
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining("16 bits, compression 0");
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(28, (short) 8)
        .putInt(18, 1 << 30);
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining("at most 134,217,728");
  }

  @Test
  void aGifIsOnePictureAndAnAnimationIsRefused() throws IOException {
    SourceImage image = read(gif(1));
    assertThat(image.volume().size()).isEqualTo(Size.of(5, 3));
    assertThat(image.volume().voxels()).startsWith(0, 16, 32);
    assertThatThrownBy(() -> read(gif(3)))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("animation of 3 pictures");
    byte[] cut = gif(1);
    assertThatThrownBy(() -> read(Arrays.copyOf(cut, cut.length - 6)))
        .hasMessageContaining("GIF file is damaged or cut off");
  }

  @Test
  void everyKindOfPortableMapIsReadAsStored() throws IOException {
    assertThat(values("P2\n# two\n2 2 # and two\n1000\n0 7\n1000 12"))
        .containsExactly(0, 7, 1000, 12);
    assertThat(values("P5 2 1 255\n\u0000\u00ff")).containsExactly(0, 255);
    assertThat(values("P5 2 1 4095\n\u0001\u0002\u000f\u00ff")).containsExactly(258, 4095);
    assertThat(values("P1\n3 2\n1 01\n010")).containsExactly(1, 0, 1, 0, 1, 0);
    // A row of nine bits takes two bytes.
    assertThat(values("P4\n9 1\n\u0081\u0080")).containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 1);
    SourceImage bitmap = read(bytes("P1 1 1 1"));
    assertThat(bitmap.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
    SourceImage colour = read(bytes("P6 1 1 255\n\u00ff\u0000\u0000"));
    assertThat(colour.volume().voxels()).containsExactly(85);
    assertThat(colour.traits().colour()).isTrue();
    assertThat(read(bytes("P3 1 1 255 9 9 9")).traits().colour()).isFalse();
  }

  @Test
  void portableMapsThatAreCutOffOrLieAreRefused() {
    for (String broken :
        new String[] {
          "P5 2 2 255\n123",
          "P2 2 1 255\n1",
          "P2 2 1 255\n1 x",
          "P2 1 1 5\n6",
          "P5 2",
          "P1 1 1 7",
          "P5 2 2 70000\n",
          "P4 9 2\n123"
        }) {
      assertThatThrownBy(() -> read(bytes(broken)))
          .as(broken)
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageContaining("PNM file is damaged or cut off");
    }
    assertThatThrownBy(() -> read(bytes("P5 99999 99999 255\n")))
        .hasMessageContaining("at most 134,217,728");
  }

  private static float[] values(String file) throws IOException {
    return read(bytes(file)).volume().voxels();
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static SourceImage read(byte[] bytes) throws IOException {
    return ImageFiles.read("file", bytes.clone());
  }

  /** Five columns and three rows: 0, 16, 32 ... 224. */
  private static BufferedImage picture(int type) {
    BufferedImage picture = new BufferedImage(5, 3, type);
    for (int n = 0; n < 15; n++) {
      picture.getRaster().setSample(n % 5, n / 5, 0, 16 * n);
    }
    return picture;
  }

  private static byte[] bmp(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, "bmp", out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] gif(int pictures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int n = 0; n < pictures; n++) {
        writer.writeToSequence(
            new IIOImage(picture(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
