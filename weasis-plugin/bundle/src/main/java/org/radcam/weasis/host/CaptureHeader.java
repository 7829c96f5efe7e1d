package org.radcam.weasis.host;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.util.UIDUtils;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;

/**
 * The attributes of a Secondary Capture of an answer, without its pixels (PS3.3 A.8.1, A.8.5).
 *
 * <ul>
 *   <li>Patient, study, body part and laterality are copied from the source, with its character
 *       set, so that the capture appears in the same patient and study. A laterality is added, an
 *       empty one, only where the source names no body part: it must not stand where the body part
 *       is not paired (PS3.3 C.7.3.1, type 2C).
 *   <li>A series of its own, of modality OT: a picture in colours is not what a CT or MR series
 *       holds, and no program, RadCAM included, shall take it for one.
 *   <li>Derived from the source images, which it names; loss by compression is carried over.
 *   <li>No place in the patient and no pixel spacing: the text below the picture is part of it, and
 *       nothing is to be measured on it.
 *   <li>How far the model may be trusted stands in the series description, the derivation
 *       description and the comments, as it does in the picture.
 *   <li>Burned In Annotation is YES, the careful answer: source images often do not say whether
 *       they have any.
 * </ul>
 */
final class CaptureHeader {
  /** Frame Increment Pointer; its value is the tag of what tells frames apart. */
  static final int FRAME_INCREMENT_POINTER = 0x0028_0009;

  /** Frame Label Vector. */
  static final int FRAME_LABELS = 0x0018_2002;

  private static final int LONGEST_DESCRIPTION = 64;
  private static final int LONGEST_DERIVATION = 1024;

  /** Behind all series that scanners number. */
  private static final int SERIES_NUMBER = 9000;

  private static final int ISSUER_OF_ACCESSION_NUMBER_SEQUENCE = 0x0008_0051;
  private static final int ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE = 0x0010_0024;
  private static final int OTHER_PATIENT_IDS_SEQUENCE = 0x0010_1002;
  private static final int PATIENT_SPECIES_DESCRIPTION = 0x0010_2201;
  private static final int PATIENT_SPECIES_CODE_SEQUENCE = 0x0010_2202;
  private static final int PATIENT_BREED_DESCRIPTION = 0x0010_2292;
  private static final int DEIDENTIFICATION_METHOD = 0x0012_0063;
  private static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x0012_0064;

  /** Of the patient, study and series; sorted, as dcm4che wants them. */
  private static final int[] COPIED = {
    Tag.SpecificCharacterSet,
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.AccessionNumber,
    ISSUER_OF_ACCESSION_NUMBER_SEQUENCE,
    Tag.ReferringPhysicianName,
    Tag.TimezoneOffsetFromUTC,
    Tag.StudyDescription,
    Tag.PatientName,
    Tag.PatientID,
    Tag.IssuerOfPatientID,
    ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE,
    Tag.PatientBirthDate,
    Tag.PatientSex,
    OTHER_PATIENT_IDS_SEQUENCE,
    Tag.PatientAge,
    Tag.PatientSize,
    Tag.PatientWeight,
    PATIENT_SPECIES_DESCRIPTION,
    PATIENT_SPECIES_CODE_SEQUENCE,
    PATIENT_BREED_DESCRIPTION,
    Tag.PatientIdentityRemoved,
    DEIDENTIFICATION_METHOD,
    DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
    Tag.BodyPartExamined,
    Tag.StudyInstanceUID,
    Tag.StudyID,
    Tag.PatientOrientation,
    Tag.Laterality,
    Tag.ImageLaterality,
    Tag.LossyImageCompression,
    Tag.LossyImageCompressionRatio,
    Tag.LossyImageCompressionMethod
  };

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  private final Result result;
  private final List<SecondaryCapture.Source> sources;
  private final LocalDateTime now;
  private final Attributes capture = new Attributes();

  /**
   * The header.
   *
   * @param sources the images that the capture shows, one for each frame, of one study
   */
  CaptureHeader(Result result, List<SecondaryCapture.Source> sources, LocalDateTime now) {
    this.result = result;
    this.sources = sources;
    this.now = now;
  }

  /** The attributes. */
  Attributes attributes() {
    Attributes first = sources.get(0).header();
    if (first.getString(Tag.StudyInstanceUID) == null) {
      throw new UserException(
          "The source image names no study, so that nothing can be added to it.");
    }
    int[] copied = COPIED.clone();
    Arrays.sort(copied);
    capture.addSelected(first, copied);
    orEmpty(VR.PN, Tag.PatientName, Tag.ReferringPhysicianName);
    orEmpty(VR.LO, Tag.PatientID);
    orEmpty(VR.DA, Tag.PatientBirthDate, Tag.StudyDate);
    orEmpty(VR.TM, Tag.StudyTime);
    orEmpty(VR.CS, Tag.PatientSex, Tag.PatientOrientation);
    orEmpty(VR.SH, Tag.StudyID, Tag.AccessionNumber);
    if (!capture.contains(Tag.BodyPartExamined) && !capture.contains(Tag.ImageLaterality)) {
      orEmpty(VR.CS, Tag.Laterality);
    }
    series();
    equipment();
    image();
    derivation();
    return capture;
  }

  private void orEmpty(VR vr, int... tags) {
    for (int tag : tags) {
      if (!capture.contains(tag)) {
        capture.setNull(tag, vr);
      }
    }
  }

  private void series() {
    capture.setString(Tag.Modality, VR.CS, "OT");
    capture.setString(Tag.SeriesInstanceUID, VR.UI, UIDUtils.createUID());
    capture.setInt(Tag.SeriesNumber, VR.IS, SERIES_NUMBER);
    String standing = " (" + result.standing().key() + ")";
    String model = ascii("RadCAM " + result.modelId(), LONGEST_DESCRIPTION - standing.length());
    capture.setString(Tag.SeriesDescription, VR.LO, model + standing);
    capture.setString(Tag.SeriesDate, VR.DA, DATE.format(now));
    capture.setString(Tag.SeriesTime, VR.TM, TIME.format(now));
  }

  private void equipment() {
    capture.setString(Tag.ConversionType, VR.CS, "WSD");
    capture.setString(Tag.Manufacturer, VR.LO, "RadCAM");
    capture.setString(Tag.ManufacturerModelName, VR.LO, "RadCAM for Weasis");
    capture.setString(Tag.SoftwareVersions, VR.LO, Version.current());
    capture.setString(Tag.SecondaryCaptureDeviceManufacturer, VR.LO, "RadCAM");
    capture.setString(Tag.SecondaryCaptureDeviceManufacturerModelName, VR.LO, "RadCAM for Weasis");
    capture.setString(Tag.SecondaryCaptureDeviceSoftwareVersions, VR.LO, Version.current());
    capture.setString(Tag.DateOfSecondaryCapture, VR.DA, DATE.format(now));
    capture.setString(Tag.TimeOfSecondaryCapture, VR.TM, TIME.format(now));
  }

  private void image() {
    capture.setString(
        Tag.SOPClassUID,
        VR.UI,
        sources.size() == 1
            ? UID.SecondaryCaptureImageStorage
            : UID.MultiFrameTrueColorSecondaryCaptureImageStorage);
    capture.setString(Tag.SOPInstanceUID, VR.UI, UIDUtils.createUID());
    capture.setString(Tag.InstanceCreationDate, VR.DA, DATE.format(now));
    capture.setString(Tag.InstanceCreationTime, VR.TM, TIME.format(now));
    capture.setInt(Tag.InstanceNumber, VR.IS, 1);
    capture.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
    capture.setString(Tag.ContentDate, VR.DA, DATE.format(now));
    capture.setString(Tag.ContentTime, VR.TM, TIME.format(now));
    capture.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
    capture.setString(Tag.ImageComments, VR.LT, ascii(comments(), 10_240));
  }

  /** The probability of every class, in the task's order. */
  private String comments() {
    String probabilities =
        result.scores().stream()
            .map(
                score ->
                    String.format(
                        Locale.ROOT, "%s %.4f", score.label().title(), score.probability()))
            .collect(Collectors.joining("; "));
    return standing()
        + "\r\nPredicted: "
        + result.predicted().label().title()
        + "\r\n"
        + "Probabilities: "
        + probabilities;
  }

  private String standing() {
    return result.standing().sentence().toUpperCase(Locale.ROOT);
  }

  private void derivation() {
    Optional<HeatMap> heat = result.heatMap();
    String description =
        "Heat map ("
            + heat.map(HeatMap::method).orElse("none")
            + ") of the model "
            + result.modelId()
            + " for the class "
            + heat.map(HeatMap::classKey).orElse("")
            + ", drawn over the image. "
            + standing();
    capture.setString(Tag.DerivationDescription, VR.ST, ascii(description, LONGEST_DERIVATION));
    Sequence images = capture.newSequence(Tag.SourceImageSequence, sources.size());
    for (SecondaryCapture.Source source : sources) {
      Attributes reference = new Attributes();
      reference.setString(
          Tag.ReferencedSOPClassUID, VR.UI, source.header().getString(Tag.SOPClassUID));
      reference.setString(
          Tag.ReferencedSOPInstanceUID, VR.UI, source.header().getString(Tag.SOPInstanceUID));
      source.frame().ifPresent(frame -> reference.setInt(Tag.ReferencedFrameNumber, VR.IS, frame));
      Attributes purpose = new Attributes();
      purpose.setString(Tag.CodeValue, VR.SH, "121322");
      purpose.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
      purpose.setString(Tag.CodeMeaning, VR.LO, "Source image for image processing operation");
      reference.newSequence(Tag.PurposeOfReferenceCodeSequence, 1).add(purpose);
      images.add(reference);
    }
  }

  /** The source's character set may hold nothing else; a backslash would part a value. */
  private static String ascii(String text, int longest) {
    String plain = text.replaceAll("[^\\x20-\\x7E\\r\\n]", "?").replace('\\', '/');
    return plain.substring(0, Math.min(longest, plain.length()));
  }
}
