package org.radcam.io.dicom;

import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
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
    FunctionalGroups groups = FunctionalGroups.of(contents.header());
    DicomHeader header = groups.flatten(contents.header());
    PixelLayout layout = PixelLayout.of(header);
    DicomGeometry.Placed place = DicomGeometry.of(header, groups, layout.size());
    ValueTransform transform = ValueTransform.of(header, groups, layout);
    DicomPixels pixels = DicomPixels.decode(header, contents.syntax(), layout);
    boolean grey = layout.photometric().isMonochrome();
    Brightness brightness =
        layout.photometric() == Photometric.MONOCHROME1
            ? Brightness.LARGE_IS_DARK
            : Brightness.LARGE_IS_BRIGHT;
    if (grey) {
      transform.apply(pixels.voxels(), layout.size(), brightness);
    }
    return new SourceImage(
        name,
        new Volume(place.grid(), pixels.voxels()),
        DicomTraits.of(
            header,
            brightness,
            grey ? transform.slope() : 1,
            grey ? transform.intercept() : 0,
            pixels.isColour()),
        place.placement());
  }
}
