package org.weasis.dicom.codec;

import java.util.function.Function;
import org.dcm4che3.data.Tag;
import org.weasis.core.api.media.data.SeriesComparator;
import org.weasis.core.api.media.data.TagW;

/** Orders of a series' images, in the test host; images that lack the value count as equal. */
public final class SortSeriesStack {
  public static final SeriesComparator<DicomImageElement> instanceNumber =
      by(image -> TagD.getTagValue(image, Tag.InstanceNumber));
  public static final SeriesComparator<DicomImageElement> slicePosition =
      by(image -> image.getTagValue(TagW.SlicePosition));
  public static final SeriesComparator<DicomImageElement> sliceLocation =
      by(image -> TagD.getTagValue(image, Tag.SliceLocation));

  private SortSeriesStack() {}

  private static SeriesComparator<DicomImageElement> by(Function<DicomImageElement, Object> key) {
    return new SeriesComparator<>() {
      @Override
      public int compare(DicomImageElement a, DicomImageElement b) {
        return key.apply(a) instanceof Number x && key.apply(b) instanceof Number y
            ? Double.compare(x.doubleValue(), y.doubleValue())
            : 0;
      }
    };
  }
}
