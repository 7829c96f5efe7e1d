package org.weasis.dicom.codec;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.Series;
import org.weasis.core.api.media.data.TagView;
import org.weasis.core.api.media.data.TagW;

public class DicomSeries extends Series<DicomImageElement> {
  public DicomSeries(String text) {
    super((TagW) null, (Object) null, (TagView) null);
    throw new SignatureOnly();
  }

  public void addMedia(DicomImageElement dicomImageElement) {
    throw new SignatureOnly();
  }

  public String getSeriesNumber() {
    throw new SignatureOnly();
  }

  public String getMimeType() {
    throw new SignatureOnly();
  }

  public synchronized void dispose() {
    throw new SignatureOnly();
  }

  public boolean hasMediaContains(TagW tagW, Object value) {
    throw new SignatureOnly();
  }
}
