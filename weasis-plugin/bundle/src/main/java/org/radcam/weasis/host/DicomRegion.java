package org.radcam.weasis.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomOutputStream;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.io.dicom.RegionFile;
import org.radcam.io.format.ImageFormatException;
import org.radcam.weasis.viewer.StoredRegion;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.dicom.codec.DicomElement;
import org.weasis.dicom.codec.TagD;

/**
 * A region of a DICOM object that Weasis has open, read as the library reads it from a file. Two
 * are equal if they have the same number in the same object, by its SOP Instance UID, whatever they
 * are called: a corrected segmentation is another object.
 */
final class DicomRegion implements StoredRegion {
  private final DicomElement element;
  private final Object object;
  private final String origin;
  private final String kind;
  private final int number;
  private final String name;

  /**
   * A region.
   *
   * @param element that holds it
   * @param header of that
   * @param kind SEG or RTSTRUCT
   * @param number its Segment Number or ROI Number
   * @param label as its author named it; may be empty or null
   * @param unnamed what to call it where it has no label
   */
  DicomRegion(
      DicomElement element,
      Attributes header,
      String kind,
      int number,
      String label,
      String unnamed) {
    this.element = element;
    this.object = Optional.<Object>ofNullable(header.getString(Tag.SOPInstanceUID)).orElse(element);
    this.origin = origin(header, unnamed + " " + number);
    this.kind = kind;
    this.number = number;
    this.name = label == null || label.isBlank() ? unnamed + " " + number : label.strip();
  }

  /** Nothing that names the patient. */
  private static String origin(Attributes header, String region) {
    String series = Objects.requireNonNullElse(header.getString(Tag.SeriesDescription), "");
    String number = Objects.requireNonNullElse(header.getString(Tag.SeriesNumber), "");
    return region
        + (series.isBlank() ? "" : ", '" + series.strip() + "'")
        + (number.isBlank() ? "" : ", series " + number.strip());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DicomRegion one
        && one.object.equals(object)
        && one.kind.equals(kind)
        && one.number == number;
  }

  @Override
  public int hashCode() {
    return Objects.hash(object, kind, number);
  }

  @Override
  public Mask on(Geometry grid, Placement placement) {
    try {
      return RegionFile.of(file())
          .orElseThrow(() -> unusable("It can no longer be read."))
          .read(grid, placement, OptionalInt.of(number));
    } catch (ImageFormatException e) {
      throw unusable(e.getMessage());
    } catch (IOException e) {
      throw unusable("Its file can no longer be read: open it again.");
    }
  }

  /** The object as its file, with pixels and contours. */
  private byte[] file() throws IOException {
    Attributes object = element.getMediaReader().getDicomObject();
    if (object == null) {
      throw new IOException("closed");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DicomOutputStream out = new DicomOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(object.createFileMetaInformation(syntax()), object);
    }
    return bytes.toByteArray();
  }

  /** Compressed pixels are written as they are, so that the file must say how they are. */
  private String syntax() {
    String syntax =
        element instanceof MediaElement media
            ? TagD.getTagValue(media, Tag.TransferSyntaxUID, String.class)
            : null;
    boolean uncompressed =
        syntax == null
            || syntax.equals(UID.ImplicitVRLittleEndian)
            || syntax.equals(UID.DeflatedExplicitVRLittleEndian)
            || syntax.equals(UID.ExplicitVRBigEndian);
    return uncompressed ? UID.ExplicitVRLittleEndian : syntax;
  }

  private UserException unusable(String why) {
    return new UserException("The region '" + name + "' (" + kind + ") cannot be used. " + why);
  }
}
