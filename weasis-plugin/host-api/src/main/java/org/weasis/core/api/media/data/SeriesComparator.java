package org.weasis.core.api.media.data;

import java.util.Comparator;
import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class SeriesComparator<T> implements Comparator<T> {
  public SeriesComparator() {
    throw new SignatureOnly();
  }

  public final Comparator<T> getReversOrderComparator() {
    throw new SignatureOnly();
  }
}
