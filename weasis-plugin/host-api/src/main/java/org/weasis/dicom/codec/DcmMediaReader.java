package org.weasis.dicom.codec;

import org.dcm4che3.data.Attributes;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaReader;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.TagReadable;
import org.weasis.core.api.media.data.Taggable;

public interface DcmMediaReader extends MediaReader<DicomImageElement> {
  DicomSeries getMediaSeries();

  Attributes getDicomObject();

  default void writeMetaData(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  static void addTimeZone(Taggable taggable, Attributes attributes) {
    throw new SignatureOnly();
  }

  static String buildDateTimeWithTimeZone(TagReadable tagReadable, int value, int value2) {
    throw new SignatureOnly();
  }

  boolean isEditableDicom();
}
