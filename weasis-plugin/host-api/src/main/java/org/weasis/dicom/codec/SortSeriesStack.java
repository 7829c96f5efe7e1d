package org.weasis.dicom.codec;

import org.weasis.core.api.media.data.SeriesComparator;

public final class SortSeriesStack {
  private SortSeriesStack() {}

  public static final SeriesComparator<DicomImageElement> instanceNumber = null;
  public static final SeriesComparator<DicomImageElement> slicePosition = null;
  public static final SeriesComparator<DicomImageElement> sliceLocation = null;
}
