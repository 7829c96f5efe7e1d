package org.weasis.core.api.gui.util;

/** The actions of the test host. */
public class ActionW {
  public static final Feature.SliderChangeListenerValue ZOOM =
      new Feature.SliderChangeListenerValue("zoom");
  public static final Feature.SliderCineListenerValue SCROLL_SERIES =
      new Feature.SliderCineListenerValue("sequence");
  public static final Feature.SliderChangeListenerValue ROTATION =
      new Feature.SliderChangeListenerValue("rotation");

  ActionW() {}
}
