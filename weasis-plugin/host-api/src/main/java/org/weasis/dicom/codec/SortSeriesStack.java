package org.weasis.dicom.codec;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.SeriesComparator;

public final class SortSeriesStack {
  private SortSeriesStack() {}

  public static final SeriesComparator<DicomImageElement> instanceNumber = null;
  public static final SeriesComparator<DicomImageElement> slicePosition = null;
  public static final SeriesComparator<DicomImageElement> sliceLocation = null;
  public static final SeriesComparator<DicomImageElement> acquisitionTime = null;
  public static final SeriesComparator<DicomImageElement> contentTime = null;
  public static final SeriesComparator<DicomImageElement> diffusionBValue = null;

  public static SeriesComparator<DicomImageElement>[] getValues() {
    throw new SignatureOnly();
  }
}
