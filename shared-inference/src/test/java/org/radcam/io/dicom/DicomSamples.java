package org.radcam.io.dicom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Small valid DICOM files of every kind that RadCAM reads. */
public final class DicomSamples {
  private static final int PIXELS = 0x7FE0_0010;

  private DicomSamples() {}

  public static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String syntax :
        new String[] {
          DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.DEFLATED, DicomBytes.BIG_ENDIAN
        }) {
      files.put("dicom " + syntax, enhanced(syntax).file());
    }
    files.put("bare dicom", enhanced(DicomBytes.IMPLICIT).dataSet());
    files.put("dicom rle", rle());
    files.put("dicom jpeg", jpeg());
    files.put("dicom palette", palette());
    return files;
  }

  private static DicomBytes enhanced(String syntax) {
    DicomBytes measures = new DicomBytes(syntax).text(0x0028_0030, "DS", "0.5\\0.25");
    DicomBytes orientation = new DicomBytes(syntax).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    DicomBytes table = new DicomBytes(syntax).us(0x0028_3002, 3, 0, 16).words(0x0028_3006, 5, 6, 7);
    return DicomBytes.image(syntax, 3, 2, 16)
        .us(0x0028_0101, 12)
        .us(0x0028_0102, 11)
        .us(0x0028_0120, 9)
        .text(0x0028_0008, "IS", "2")
        .text(0x0028_1053, "DS", "2.5")
        .sequence(0x0028_3000, true, table)
        .sequence(
            0x5200_9229,
            true,
            new DicomBytes(syntax)
                .sequence(0x0020_9116, false, orientation)
                .sequence(0x0028_9110, true, measures))
        .sequence(0x5200_9230, false, at(syntax, 1), at(syntax, 3))
        .words(PIXELS, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  private static DicomBytes at(String syntax, int z) {
    DicomBytes position = new DicomBytes(syntax).text(0x0020_0032, "DS", "0\\0\\" + z);
    return new DicomBytes(syntax).sequence(0x0020_9113, true, position);
  }

  private static byte[] rle() {
    ByteBuffer frame = ByteBuffer.allocate(64 + 6).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(2).putInt(64).putInt(66).position(64);
    frame.put(new byte[] {-2, 1, 2, 5, 6, 7});
    return DicomBytes.image(DicomBytes.RLE, 3, 1, 16)
        .text(0x0028_0008, "IS", "2")
        .fragments(frame.array(), frame.array())
        .file();
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
    return DicomBytes.image(DicomBytes.JPEG, 9, 7, 8).fragments(jpeg.toByteArray()).file();
  }

  private static byte[] palette() {
    DicomBytes file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "PALETTE COLOR")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 3)
            .us(0x0028_0100, 8);
    for (int channel = 0; channel < 3; channel++) {
      file.us(0x0028_1101 + channel, 4, 0, 16);
    }
    for (int channel = 0; channel < 3; channel++) {
      file.words(0x0028_1201 + channel, 1, 2, 3, 4);
    }
    return file.element(PIXELS, "OB", new byte[] {0, 1, 2}).file();
  }
}
