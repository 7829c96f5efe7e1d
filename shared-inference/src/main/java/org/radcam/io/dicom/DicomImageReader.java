package org.radcam.io.dicom;

import org.radcam.image.SourceImage;
import org.radcam.io.format.ImageFormatException;

/**
 * Reads the image of one DICOM file.
 *
 * <ul>
 *   <li>Uncompressed (implicit or explicit, little or big endian, deflated), RLE, and JPEG of 8
 *       bits; other compressions are refused by name.
 *   <li>1, 8, 16 and 32-bit samples, signed or not; float pixels; frames are slices.
 *   <li>MONOCHROME1 and MONOCHROME2 as stored values ({@link ValueTransform} says what of them is
 *       changed); palette, RGB and YBR as grey of colour.
 *   <li>No exception carries anything of the patient, nor a name or identifier.
 * </ul>
 */
public final class DicomImageReader {
  private DicomImageReader() {}

  /**
   * The image of a file.
   *
   * @param name how the user knows the file
   * @param file its bytes
   */
  public static SourceImage read(String name, byte[] file) throws ImageFormatException {
    DicomFiles.Contents contents = DicomFiles.parse(file);
    DicomKind.checkImage(contents);
    if (contents.syntax().codec() == TransferSyntax.Codec.OTHER) {
      throw contents.syntax().refused();
    }
    ImageHeader image = ImageHeader.of(contents.header());
    ValueTransform transform = image.transform();
    DicomPixels pixels = DicomPixels.decode(image.header(), contents.syntax(), image.layout());
    return image.image(name, pixels, transform);
  }
}
