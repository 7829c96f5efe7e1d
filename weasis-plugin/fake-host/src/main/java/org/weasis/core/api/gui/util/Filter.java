package org.weasis.core.api.gui.util;

/** Which images of a series are shown, in the test host. */
public abstract class Filter<T> {
  public Filter() {}

  public abstract boolean passes(T value);
}
