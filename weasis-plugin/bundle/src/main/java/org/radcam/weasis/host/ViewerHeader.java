package org.radcam.weasis.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomOutputStream;
import org.radcam.io.dicom.DecodedImage;
import org.radcam.io.format.ImageFormatException;

/**
 * Gives the library a header that the viewer has read.
 *
 * <ul>
 *   <li>Only the attributes that the library asks for are copied: none that names the patient, no
 *       overlays, no private ones.
 *   <li>Pixel data stay behind; that there are some, and of what kind, is told.
 *   <li>Colours that the file stores as luminance and chrominance are said to be RGB, for that is
 *       what the viewer decodes them to.
 * </ul>
 */
final class ViewerHeader {
  /** Red Palette Color Lookup Table Descriptor to Blue Palette Color Lookup Table Data. */
  private static final int FIRST_OF_PALETTE = 0x0028_1101;

  private static final int LAST_OF_PALETTE = 0x0028_1203;

  private ViewerHeader() {}

  /**
   * The image of a header.
   *
   * @param header all attributes of a file, which are not changed
   * @throws ImageFormatException if it is that of no image, or malformed
   */
  static DecodedImage image(Attributes header) throws ImageFormatException {
    Attributes copy = new Attributes(header, wanted());
    for (int pixels : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
      if (header.contains(pixels)) {
        copy.setNull(pixels, VR.OW);
      }
    }
    String meaning = header.getString(Tag.PhotometricInterpretation, "");
    if (meaning.toUpperCase(Locale.ROOT).startsWith("YBR")) {
      copy.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DicomOutputStream out = new DicomOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(null, copy);
    } catch (IOException e) {
      throw new ImageFormatException(
          "The header of one of its images can no longer be read: open the series again.", e);
    }
    return DecodedImage.of(bytes.toByteArray());
  }

  /** Ascending, as dcm4che wants them. */
  private static int[] wanted() {
    return Arrays.stream(DecodedImage.attributes())
        .filter(tag -> !isPixels(tag) && !isPalette(tag))
        .toArray();
  }

  /** The viewer has looked the colours up; the tables are still in the file. */
  private static boolean isPalette(int tag) {
    return tag >= FIRST_OF_PALETTE && tag <= LAST_OF_PALETTE;
  }

  private static boolean isPixels(int tag) {
    return tag == Tag.PixelData || tag == Tag.FloatPixelData || tag == Tag.DoubleFloatPixelData;
  }
}
