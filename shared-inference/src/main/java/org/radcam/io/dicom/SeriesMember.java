package org.radcam.io.dicom;

import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.io.format.ImageFormatException;

/**
 * What one DICOM image says of its part in a series, without its pixels.
 *
 * @param series Series Instance UID; empty where the file lacks it
 * @param instance SOP Instance UID; empty where the file lacks it
 * @param modality Modality; empty where the file lacks it
 * @param grid the image's own grid
 * @param placement whether the file says where that grid lies in the patient
 */
public record SeriesMember(
    String series, String instance, String modality, Geometry grid, Placement placement) {

  /**
   * Reads the header of a DICOM file; empty where it holds no image (a report, contours, labels, a
   * disc's index).
   */
  public static Optional<SeriesMember> of(byte[] file) throws ImageFormatException {
    DicomFiles.Contents contents = DicomFiles.parse(file);
    if (DicomKind.refusal(contents).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(ImageHeader.of(contents.header()).member());
  }
}
