package org.radcam.weasis.fakehost;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.joml.Vector3d;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.codec.TagD;

/**
 * Values of a header as tags of the test host, at the levels at which Weasis keeps them: sex with
 * the patient, description with the series; images do not have them.
 */
final class TagValues {
  private static final Set<Integer> PATIENT =
      Set.of(
          Tag.PatientID,
          Tag.PatientName,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.IssuerOfPatientID,
          Tag.PatientWeight);
  private static final Set<Integer> STUDY =
      Set.of(Tag.StudyID, Tag.StudyDate, Tag.StudyTime, Tag.StudyDescription, Tag.AccessionNumber);
  private static final Set<Integer> SERIES =
      Set.of(
          Tag.PatientAge,
          Tag.SeriesInstanceUID,
          Tag.Modality,
          Tag.SeriesDescription,
          Tag.SOPClassUID,
          Tag.ReferringPhysicianName,
          Tag.InstitutionName,
          Tag.Manufacturer,
          Tag.ManufacturerModelName,
          Tag.SeriesNumber,
          Tag.NumberOfFrames,
          Tag.SeriesDate,
          Tag.SeriesTime,
          Tag.KVP,
          Tag.BodyPartExamined,
          Tag.FrameOfReferenceUID,
          Tag.Laterality);
  private static final Set<Integer> ALSO_IMAGE =
      Set.of(
          Tag.PatientID,
          Tag.PatientName,
          Tag.PatientBirthDate,
          Tag.IssuerOfPatientID,
          Tag.StudyInstanceUID,
          Tag.SeriesInstanceUID,
          Tag.Modality,
          Tag.SOPClassUID);

  private TagValues() {}

  static Map<TagW, Object> ofPatient(Attributes header) {
    return of(header, PATIENT);
  }

  static Map<TagW, Object> ofStudy(Attributes header) {
    return of(header, STUDY);
  }

  static Map<TagW, Object> ofSeries(Attributes header) {
    return of(header, SERIES);
  }

  /** Tags of an image: of the header, and of its frame where it has several. */
  static Map<TagW, Object> ofImage(Attributes header, int frame) {
    Map<TagW, Object> tags = new HashMap<>();
    for (int tag : header.tags()) {
      boolean elsewhere = PATIENT.contains(tag) || STUDY.contains(tag) || SERIES.contains(tag);
      if (!elsewhere || ALSO_IMAGE.contains(tag)) {
        put(tags, header, tag);
      }
    }
    for (int group :
        new int[] {
          Tag.PlanePositionSequence,
          Tag.PlaneOrientationSequence,
          Tag.PixelMeasuresSequence,
          Tag.PixelValueTransformationSequence
        }) {
      Attributes item = header.getFunctionGroup(group, frame);
      if (item != null) {
        for (int tag : item.tags()) {
          put(tags, item, tag);
        }
      }
    }
    tags.put(TagW.PatientPseudoUID, patientPseudoUid(header));
    tags.put(
        TagW.MonoChrome, header.getString(Tag.PhotometricInterpretation, "").startsWith("MONO"));
    Double position = position(tags);
    if (position != null) {
      tags.put(TagW.SlicePosition, position);
    }
    return tags;
  }

  static String patientPseudoUid(Attributes header) {
    return header.getString(Tag.PatientID, "") + header.getString(Tag.IssuerOfPatientID, "");
  }

  /**
   * Along the slice's normal, which is turned so that its largest component is positive, as Weasis
   * does.
   */
  private static Double position(Map<TagW, Object> tags) {
    if (tags.get(TagD.get(Tag.ImagePositionPatient)) instanceof double[] at
        && tags.get(TagD.get(Tag.ImageOrientationPatient)) instanceof double[] axes
        && axes.length == 6) {
      Vector3d normal =
          new Vector3d(axes[0], axes[1], axes[2])
              .cross(new Vector3d(axes[3], axes[4], axes[5]))
              .normalize();
      if (normal.get(normal.maxComponent()) < 0) {
        normal.negate();
      }
      return normal.dot(new Vector3d(at));
    }
    return tags.get(TagD.get(Tag.SliceLocation)) instanceof Double location ? location : null;
  }

  private static Map<TagW, Object> of(Attributes header, Set<Integer> selection) {
    Map<TagW, Object> tags = new HashMap<>();
    selection.forEach(tag -> put(tags, header, tag));
    return tags;
  }

  private static void put(Map<TagW, Object> tags, Attributes header, int tag) {
    Object value = value(header, tag);
    if (value != null) {
      tags.put(TagD.get(tag), value);
    }
  }

  private static Object value(Attributes header, int tag) {
    VR vr = header.getVR(tag);
    if (vr == null || !header.containsValue(tag) || vr == VR.SQ || vr.isInlineBinary()) {
      return null;
    }
    boolean many = Elements.of(tag).map(Elements.Element::many).orElse(false);
    return switch (vr) {
      case US, SS, IS, UL, SL -> many ? header.getInts(tag) : (Object) header.getInt(tag, 0);
      case DS, FD -> many ? header.getDoubles(tag) : (Object) header.getDouble(tag, 0);
      case FL -> many ? header.getFloats(tag) : (Object) header.getFloat(tag, 0);
      case DA -> date(header.getString(tag));
      default -> many ? header.getStrings(tag) : header.getString(tag);
    };
  }

  /** As in Weasis, what is no date is none: programs that remove names write stars. */
  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.ofPattern("uuuuMMdd"));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
