package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.dicom.codec.DicomImageElement;

/**
 * The series of Weasis that the plugin has met: one {@link WeasisSeries} each, as long as it is
 * open, for its images' numbers are its own. Closed ones are forgotten at the next look, and let go
 * of their images.
 */
final class OpenSeries implements SeriesBook {
  private final List<WeasisSeries> met = new ArrayList<>();

  @Override
  public synchronized ViewerSeries series(MediaSeries<DicomImageElement> series) {
    WeasisSeries known = of(series);
    known.elements();
    return of(series);
  }

  /** Forgets those that were closed, also where nobody looks any more. */
  synchronized void forgetClosed() {
    met.forEach(WeasisSeries::elements);
    for (WeasisSeries one : List.copyOf(met)) {
      if (!one.isOpen()) {
        one.end();
        met.remove(one);
      }
    }
  }

  private synchronized WeasisSeries of(MediaSeries<DicomImageElement> series) {
    met.removeIf(one -> one.isOf(series) ? one.hasEnded() : !one.isOpen());
    for (WeasisSeries one : met) {
      if (one.isOf(series)) {
        return one;
      }
    }
    WeasisSeries found = new WeasisSeries(series);
    met.add(found);
    return found;
  }

  @Override
  public Optional<ViewedImage> viewed(
      MediaSeries<DicomImageElement> series, DicomImageElement image) {
    WeasisSeries found = of(series);
    OptionalInt number = found.number(image);
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new ViewedImage(found, number.getAsInt()));
  }

  @Override
  public Optional<DicomImageElement> element(ViewedImage image) {
    if (!(image.series() instanceof WeasisSeries series) || !series.isOpen()) {
      return Optional.empty();
    }
    List<DicomImageElement> elements = series.elements();
    return image.image() < elements.size()
        ? Optional.of(elements.get(image.image()))
        : Optional.empty();
  }

  /** The file that an image is from, for what is derived from it. */
  Optional<SecondaryCapture.Source> source(ViewedImage image) {
    return element(image).flatMap(SecondaryCapture.Source::of);
  }
}
