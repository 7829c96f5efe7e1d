package org.radcam.io.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.io.format.ImageFormatException;

/**
 * A DICOM file of regions of interest: a segmentation (SEG, {@link Segmentations}) or an RT
 * Structure Set (RTSTRUCT, {@link RtStructures}).
 */
public interface RegionFile {

  /**
   * The regions that a file holds.
   *
   * @param file its bytes, which must not change while the regions are in use
   * @return empty where it is DICOM of another kind, or no DICOM at all
   * @throws ImageFormatException where it is cut off or malformed
   */
  static Optional<RegionFile> of(byte[] file) throws ImageFormatException {
    if (!DicomFiles.looksLikeDicom(file)) {
      return Optional.empty();
    }
    DicomFiles.Contents contents = DicomFiles.parse(file);
    Optional<RegionFile> structures = RtStructures.of(contents);
    return structures.isPresent() ? structures : Segmentations.of(contents);
  }

  /** {@code SEG} or {@code RTSTRUCT}, as the attribute Modality has it. */
  String kind();

  /** Its regions, in the file's order. */
  List<NumberedRegion> regions() throws ImageFormatException;

  /**
   * The number of the region of a name; capitals do not count.
   *
   * @throws ImageFormatException where none or several have it, listing those that there are
   */
  default int numberOf(String name) throws ImageFormatException {
    return NumberedRegion.numberOf(kind(), regions(), name);
  }

  /**
   * A region on an image's grid.
   *
   * @param grid of the image that the region was drawn on, in patient coordinates where these are
   *     known
   * @param placement of that image: whether they are, and its frame of reference
   * @param number the region's number; empty where the file has only one
   * @return a mask that is not empty
   * @throws ImageFormatException where the file is malformed, or the region cannot be laid on the
   *     grid, saying why; the classes that implement this list their rules
   */
  Mask read(Geometry grid, Placement placement, OptionalInt number) throws ImageFormatException;
}
