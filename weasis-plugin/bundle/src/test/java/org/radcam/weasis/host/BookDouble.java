package org.radcam.weasis.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.dicom.codec.DicomImageElement;

/** Numbers images as the series has them; nothing of them is read. */
final class BookDouble implements SeriesBook {
  private final Map<MediaSeries<DicomImageElement>, TestSeries> known = new HashMap<>();

  @Override
  public ViewerSeries series(MediaSeries<DicomImageElement> series) {
    return known.computeIfAbsent(series, one -> TestSeries.of(one.size(null)));
  }

  @Override
  public Optional<ViewedImage> viewed(
      MediaSeries<DicomImageElement> series, DicomImageElement image) {
    int number = images(series).indexOf(image);
    return number < 0 ? Optional.empty() : Optional.of(new ViewedImage(series(series), number));
  }

  @Override
  public Optional<DicomImageElement> element(ViewedImage image) {
    return known.entrySet().stream()
        .filter(one -> one.getValue().equals(image.series()))
        .map(one -> images(one.getKey()).get(image.image()))
        .findFirst();
  }

  private static List<DicomImageElement> images(MediaSeries<DicomImageElement> series) {
    return series.copyOfMedias(null, null);
  }
}
