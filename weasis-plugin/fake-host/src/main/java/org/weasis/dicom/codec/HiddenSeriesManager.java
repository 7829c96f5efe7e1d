package org.weasis.dicom.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.TagW;

/** Segmentations and structure sets of the test host's patients. */
public class HiddenSeriesManager {
  private static final HiddenSeriesManager INSTANCE = new HiddenSeriesManager();

  /** Elements, and the patient that each is of. */
  private final Map<MediaElement, String> patients = new LinkedHashMap<>();

  HiddenSeriesManager() {}

  public static HiddenSeriesManager getInstance() {
    return INSTANCE;
  }

  /** Adds an element of a patient. */
  public void add(MediaElement element, String patientPseudoUid) {
    patients.put(element, patientPseudoUid);
  }

  /** Forgets all. */
  public void clear() {
    patients.clear();
  }

  public static <E> boolean hasHiddenElementsFromSeries(Class<E> type, String... seriesUids) {
    return !getHiddenElementsFromSeries(type, seriesUids).isEmpty();
  }

  public static <E> List<E> getHiddenElementsFromSeries(Class<E> type, String... seriesUids) {
    return INSTANCE.patients.keySet().stream()
        .filter(type::isInstance)
        .filter(
            element ->
                List.of(seriesUids)
                    .contains(TagD.getTagValue(element, Tag.SeriesInstanceUID, String.class)))
        .map(type::cast)
        .toList();
  }

  public static <E> boolean hasHiddenSpecialElements(Class<E> type, MediaSeriesGroup patient) {
    return !getHiddenElementsFromPatient(type, patient).isEmpty();
  }

  public static <E> List<E> getHiddenElementsFromPatient(Class<E> type, MediaSeriesGroup patient) {
    return patient == null
        ? List.of()
        : getHiddenElementsFromPatient(type, (String) patient.getTagValue(TagW.PatientPseudoUID));
  }

  public static <E> List<E> getHiddenElementsFromPatient(Class<E> type, String patientPseudoUid) {
    return INSTANCE.patients.entrySet().stream()
        .filter(entry -> entry.getValue().equals(patientPseudoUid))
        .map(Map.Entry::getKey)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
