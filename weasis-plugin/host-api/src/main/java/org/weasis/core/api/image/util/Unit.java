package org.weasis.core.api.image.util;

import org.radcam.weasis.hostapi.SignatureOnly;

public enum Unit {
  PIXEL,
  MILLIMETER;

  public String getAbbreviation() {
    throw new SignatureOnly();
  }
}
