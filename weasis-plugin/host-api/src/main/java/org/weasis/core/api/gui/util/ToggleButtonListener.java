package org.weasis.core.api.gui.util;

public abstract class ToggleButtonListener {
  ToggleButtonListener() {}
}
