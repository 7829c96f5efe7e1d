package org.weasis.core.api.media.data;

import java.util.Comparator;

/** An order of images, in the test host. */
public abstract class SeriesComparator<T> implements Comparator<T> {
  private final Comparator<T> reversed = (a, b) -> compare(b, a);

  public SeriesComparator() {}

  /** Always the same object, so that a series keeps one list for it. */
  public final Comparator<T> getReversOrderComparator() {
    return reversed;
  }
}
