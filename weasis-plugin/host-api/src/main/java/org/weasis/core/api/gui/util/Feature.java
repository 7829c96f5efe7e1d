package org.weasis.core.api.gui.util;

public abstract class Feature<T> {
  Feature() {}

  public static final class SliderCineListenerValue extends Feature<SliderCineListener> {
    SliderCineListenerValue() {}
  }

  public static final class SliderChangeListenerValue extends Feature<SliderChangeListener> {
    SliderChangeListenerValue() {}
  }
}
