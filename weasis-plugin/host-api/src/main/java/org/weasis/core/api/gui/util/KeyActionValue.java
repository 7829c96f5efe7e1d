package org.weasis.core.api.gui.util;

public interface KeyActionValue {
  int getKeyCode();

  int getModifier();
}
