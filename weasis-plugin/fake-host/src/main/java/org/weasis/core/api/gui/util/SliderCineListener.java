package org.weasis.core.api.gui.util;

/** Scrolling through a series, in the test host. */
public abstract class SliderCineListener extends SliderChangeListener {
  private boolean cining;

  protected SliderCineListener(Feature<? extends ActionState> feature, int min, int max) {
    super(feature, min, max);
  }

  public void start() {
    cining = true;
  }

  public void stop() {
    cining = false;
  }

  public boolean isCining() {
    return cining;
  }
}
