package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.radcam.weasis.viewer.StoredRegion;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.dicom.codec.DicomElement;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.HiddenSeriesManager;
import org.weasis.dicom.codec.SpecialElementRegion;
import org.weasis.dicom.codec.TagD;
import org.weasis.dicom.explorer.DicomModel;

/**
 * The regions that segmentations and structure sets of the patient define on a series, in Weasis.
 *
 * <ul>
 *   <li>An object applies to a series if it names the series' frame of reference, or refers to the
 *       series or one that it was derived from by its UID.
 *   <li>Each of its segments, or of its contoured regions, is one.
 *   <li>An object that Weasis can no longer read is passed over; one whose pixels or contours
 *       cannot be read says so when it is used.
 * </ul>
 *
 * On the event dispatch thread: nothing but headers is read.
 */
final class StoredRegions {
  /** Not in every version of dcm4che's own list. */
  private static final String LABEL_MAP_STORAGE = "1.2.840.10008.5.1.4.1.1.66.7";

  private static final Set<String> SEGMENTATIONS =
      Set.of(UID.SegmentationStorage, LABEL_MAP_STORAGE);

  private static final int REFERENCED_FRAME_OF_REFERENCE_SEQUENCE = 0x3006_0010;
  private static final int RT_REFERENCED_STUDY_SEQUENCE = 0x3006_0012;
  private static final int RT_REFERENCED_SERIES_SEQUENCE = 0x3006_0014;

  private StoredRegions() {}

  /** The regions on a series. */
  static List<StoredRegion> on(MediaSeries<DicomImageElement> series) {
    List<StoredRegion> regions = new ArrayList<>();
    String patient = DicomModel.getPatientPseudoUID(series);
    if (patient == null) {
      return regions;
    }
    for (SpecialElementRegion element :
        HiddenSeriesManager.getHiddenElementsFromPatient(SpecialElementRegion.class, patient)) {
      if (element instanceof DicomElement dicom) {
        Attributes header = dicom.getMediaReader().getDicomObject();
        if (header != null && appliesTo(header, series)) {
          regions.addAll(regions(dicom, header));
        }
      }
    }
    return regions;
  }

  private static boolean appliesTo(Attributes header, MediaSeries<DicomImageElement> series) {
    String frame = TagD.getTagValue(series, Tag.FrameOfReferenceUID, String.class);
    String uid = TagD.getTagValue(series, Tag.SeriesInstanceUID, String.class);
    return names(header, Tag.FrameOfReferenceUID, frame)
        || refersTo(header, uid)
        || items(header, REFERENCED_FRAME_OF_REFERENCE_SEQUENCE).stream()
            .anyMatch(
                item ->
                    names(item, Tag.FrameOfReferenceUID, frame)
                        || items(item, RT_REFERENCED_STUDY_SEQUENCE).stream()
                            .flatMap(study -> items(study, RT_REFERENCED_SERIES_SEQUENCE).stream())
                            .anyMatch(one -> names(one, Tag.SeriesInstanceUID, uid)));
  }

  private static boolean refersTo(Attributes header, String series) {
    return items(header, Tag.ReferencedSeriesSequence).stream()
        .anyMatch(item -> names(item, Tag.SeriesInstanceUID, series));
  }

  private static boolean names(Attributes item, int tag, String uid) {
    return uid != null && uid.equals(item.getString(tag));
  }

  private static List<StoredRegion> regions(DicomElement element, Attributes header) {
    String storage = header.getString(Tag.SOPClassUID, "");
    List<StoredRegion> regions = new ArrayList<>();
    if (SEGMENTATIONS.contains(storage)) {
      for (Attributes segment : items(header, Tag.SegmentSequence)) {
        int number = segment.getInt(Tag.SegmentNumber, 0);
        if (number > 0) {
          regions.add(
              new DicomRegion(
                  element, header, "SEG", number, segment.getString(Tag.SegmentLabel), "segment"));
        }
      }
    } else if (storage.equals(UID.RTStructureSetStorage)) {
      for (Attributes contours : items(header, Tag.ROIContourSequence)) {
        int number = contours.getInt(Tag.ReferencedROINumber, -1);
        if (number >= 0 && !items(contours, Tag.ContourSequence).isEmpty()) {
          Optional<String> name =
              items(header, Tag.StructureSetROISequence).stream()
                  .filter(one -> one.getInt(Tag.ROINumber, -1) == number)
                  .map(one -> one.getString(Tag.ROIName, ""))
                  .findFirst();
          regions.add(
              new DicomRegion(element, header, "RTSTRUCT", number, name.orElse(""), "region"));
        }
      }
    }
    return regions;
  }

  private static List<Attributes> items(Attributes parent, int tag) {
    Sequence sequence = parent.getSequence(tag);
    return sequence == null ? List.of() : List.copyOf(sequence);
  }
}
