package org.weasis.dicom.codec;

import java.util.Comparator;
import java.util.List;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.util.Filter;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.Series;
import org.weasis.core.api.media.data.TagView;
import org.weasis.core.api.media.data.TagW;

public class DicomSeries extends Series<DicomImageElement> {
  public DicomSeries(String text) {
    super((TagW) null, (Object) null, (TagView) null);
    throw new SignatureOnly();
  }

  public DicomSeries(String text, List<DicomImageElement> list, TagView tagView) {
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

  public DicomImageElement getNearestImage(
      double value,
      int value2,
      Filter<DicomImageElement> filter,
      Comparator<DicomImageElement> order) {
    throw new SignatureOnly();
  }

  public int getNearestImageIndex(
      double value,
      int value2,
      Filter<DicomImageElement> filter,
      Comparator<DicomImageElement> order) {
    throw new SignatureOnly();
  }

  public boolean hasMediaContains(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public boolean isSuitableFor3d() {
    throw new SignatureOnly();
  }

  public MediaElement getFirstSpecialElement() {
    throw new SignatureOnly();
  }
}
