package org.weasis.core.api.image.util;

/** Units of length that the test host knows. */
public enum Unit {
  PIXEL,
  MILLIMETER;

  public String getAbbreviation() {
    return this == PIXEL ? "pix" : "mm";
  }
}
