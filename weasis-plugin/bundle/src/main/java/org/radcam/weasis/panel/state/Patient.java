package org.radcam.weasis.panel.state;

import java.util.Collections;
import java.util.List;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * The patient of the selected view, known by the series that are open; nothing that identifies a
 * person is needed.
 *
 * @param series in the order of the viewer's list; none where no view is selected
 */
public record Patient(List<ViewerSeries> series) {
  /** Nobody. */
  public static final Patient NONE = new Patient(List.of());

  public Patient {
    series = List.copyOf(series);
  }

  /** Whether some series is that of both: a series has one patient. */
  public boolean isSameAs(Patient other) {
    return !Collections.disjoint(series, other.series);
  }

  /** Whether both have series, but none in common. */
  boolean isOther(Patient one) {
    return !series.isEmpty() && !one.series.isEmpty() && !isSameAs(one);
  }

  /** The same with the series that are still open. */
  Patient open() {
    return new Patient(series.stream().filter(ViewerSeries::isOpen).toList());
  }

  public boolean has(ViewerSeries one) {
    return series.contains(one);
  }
}
