package org.weasis.core.api.gui.util;

import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class Filter<T> {
  public Filter() {
    throw new SignatureOnly();
  }

  public abstract boolean passes(T value);
}
