package org.weasis.core.api.gui.util;

public class ActionW {
  ActionW() {}

  public static final Feature.SliderChangeListenerValue ZOOM = null;
  public static final Feature.SliderCineListenerValue SCROLL_SERIES = null;
  public static final Feature.SliderChangeListenerValue ROTATION = null;
}
