package org.weasis.core.api.gui.util;

import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class SliderCineListener extends SliderChangeListener {
  SliderCineListener() {}

  public void start() {
    throw new SignatureOnly();
  }

  public void stop() {
    throw new SignatureOnly();
  }

  public boolean isCining() {
    throw new SignatureOnly();
  }
}
