package org.weasis.core.ui.model.utils.imp;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.utils.UUIDable;

public class DefaultUUID implements UUIDable {
  public DefaultUUID() {
    throw new SignatureOnly();
  }

  public DefaultUUID(String text) {
    throw new SignatureOnly();
  }

  public String getUuid() {
    throw new SignatureOnly();
  }

  public void setUuid(String text) {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object value) {
    throw new SignatureOnly();
  }

  @Override
  public int hashCode() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }
}
