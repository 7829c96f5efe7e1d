package org.weasis.dicom.codec;

import java.util.List;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaSeriesGroup;

public class HiddenSeriesManager {
  HiddenSeriesManager() {}

  public static HiddenSeriesManager getInstance() {
    throw new SignatureOnly();
  }

  public static <E> boolean hasHiddenElementsFromSeries(Class<E> type, String... values) {
    throw new SignatureOnly();
  }

  public static <E> List<E> getHiddenElementsFromSeries(Class<E> type, String... values) {
    throw new SignatureOnly();
  }

  public static <E> boolean hasHiddenSpecialElements(
      Class<E> type, MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public static <E> List<E> getHiddenElementsFromPatient(
      Class<E> type, MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public static <E> List<E> getHiddenElementsFromPatient(Class<E> type, String text) {
    throw new SignatureOnly();
  }
}
