package org.weasis.core.api.gui.util;

public interface ActionState {
  void enableAction(boolean flag);

  boolean isActionEnabled();

  Feature<? extends ActionState> getActionW();

  boolean registerActionState(Object value);

  void unregisterActionState(Object value);
}
