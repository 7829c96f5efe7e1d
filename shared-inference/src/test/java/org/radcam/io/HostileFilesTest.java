package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.dicom.DicomSamples;

/**
 * Cuts small valid files off at every length and changes their bytes at random: whatever comes of
 * it must be an image or an {@link UnreadableImageException}, within the memory of a test.
 */
class HostileFilesTest {
  private static final int CHANGED_COPIES = 600;

  @TempDir static Path folder;

  static Stream<String> kinds() throws IOException {
    return files().keySet().stream();
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(DicomSamples.files());
    BufferedImage grey = picture(BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage colour = picture(BufferedImage.TYPE_INT_RGB);
    files.put("grey png", encoded("png", grey, ""));
    files.put("palette png", encoded("png", picture(BufferedImage.TYPE_BYTE_INDEXED), ""));
    files.put("deep png", encoded("png", picture(BufferedImage.TYPE_USHORT_GRAY), ""));
    files.put("grey jpeg", encoded("jpeg", grey, ""));
    files.put("colour jpeg", encoded("jpeg", colour, ""));
    files.put("lzw tiff", encoded("tiff", colour, "LZW"));
    files.put("deflate tiff", encoded("tiff", grey, "Deflate"));
    files.put("packbits tiff", encoded("tiff", grey, "PackBits"));
    files.put("palette tiff", encoded("tiff", picture(BufferedImage.TYPE_BYTE_INDEXED), ""));
    Path stack = folder.resolve("stack.tif");
    FloatTiff.write(stack, Volume.filled(Geometry.millimetres(new Size(3, 4, 3), 0.5, 0.25, 2), 1));
    files.put("float tiff stack", Files.readAllBytes(stack));
    files.put(
        "tiff of ImageJ with one directory",
        new TiffBytes(ByteOrder.BIG_ENDIAN, 2, 2, 16)
            .description("ImageJ=1.54p\nimages=3\nslices=3\nunit=mm\nspacing=2\n")
            .field(TiffDirectory.STRIP_BYTES, 8)
            .with(new byte[24]));
    for (String name : List.of("volume.nii", "volume.nii.gz")) {
      Path nifti = folder.resolve(name);
      NiftiImages.write(
          nifti, Volume.filled(Geometry.millimetres(new Size(3, 4, 3), 0.5, 0.25, 2), 1));
      files.put(name, Files.readAllBytes(nifti));
    }
    files.put(
        "volume.nrrd",
        ("NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 3 2\nencoding: raw\nspace: LPS\n"
                + "space directions: (1,0,0) (0,2,0) (0,0,3)\nspace origin: (0,0,0)\n\n"
                + "0123456789ab")
            .getBytes(StandardCharsets.US_ASCII));
    return files;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void cutOffAnywhereOrChangedAnywhereItIsAnImageOrARefusal(String kind) throws IOException {
    byte[] file = files().get(kind);
    assertThat(reads(file)).as("the file itself").isTrue();
    for (int length = 0; length < file.length; length++) {
      reads(Arrays.copyOf(file, length));
    }
    Random random = new Random(kind.hashCode());
    for (int copy = 0; copy < CHANGED_COPIES; copy++) {
      byte[] changed = file.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        // Headers lie at the start; extreme values find more than random ones.
        int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(256, file.length));
        changed[at] =
            random.nextBoolean()
                ? (byte) random.nextInt()
                : new byte[] {0, -1, 127, -128}[random.nextInt(4)];
      }
      reads(changed);
    }
  }

  /** Whether bytes are an image; fails where they are neither that nor refused. */
  private static boolean reads(byte[] bytes) {
    try {
      ImageFiles.read("file", bytes.clone());
      return true;
    } catch (UnreadableImageException e) {
      return false;
    } catch (RuntimeException | Error e) {
      return fail("Not refused in words: " + HexFormat.of().formatHex(bytes), e);
    }
  }

  private static BufferedImage picture(int type) {
    BufferedImage picture = new BufferedImage(9, 7, type);
    Random random = new Random(1);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        picture.setRGB(x, y, 0xff000000 | random.nextInt(1 << 24));
      }
    }
    return picture;
  }

  private static byte[] encoded(String format, BufferedImage picture, String compression)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (!compression.isEmpty()) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
      }
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
