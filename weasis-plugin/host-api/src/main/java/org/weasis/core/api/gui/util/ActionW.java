package org.weasis.core.api.gui.util;

import org.weasis.core.api.media.data.SeriesComparator;

public class ActionW {
  ActionW() {}

  public static final Feature.SliderChangeListenerValue ZOOM = null;
  public static final Feature.SliderCineListenerValue SCROLL_SERIES = null;
  public static final Feature.SliderChangeListenerValue ROTATION = null;
  public static final Feature<SliderChangeListener> WINDOW = null;
  public static final Feature.SliderChangeListenerValue LEVEL = null;
  public static final Feature.ToggleButtonListenerValue FLIP = null;
  public static final Feature.ToggleButtonListenerValue INVERT_LUT = null;
  public static final Feature.ComboItemListenerValue<SeriesComparator<?>> SORT_STACK = null;
  public static final Feature.ToggleButtonListenerValue INVERSE_STACK = null;
}
