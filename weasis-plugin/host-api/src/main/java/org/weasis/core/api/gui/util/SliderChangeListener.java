package org.weasis.core.api.gui.util;

import javax.swing.BoundedRangeModel;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ChangeListener;
import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class SliderChangeListener extends MouseActionAdapter
    implements ChangeListener, ActionState {
  SliderChangeListener() {}

  public void enableAction(boolean flag) {
    throw new SignatureOnly();
  }

  public boolean isActionEnabled() {
    throw new SignatureOnly();
  }

  public Feature<? extends ActionState> getActionW() {
    throw new SignatureOnly();
  }

  public void setSliderValue(int value) {
    throw new SignatureOnly();
  }

  public int getSliderMin() {
    throw new SignatureOnly();
  }

  public int getSliderMax() {
    throw new SignatureOnly();
  }

  public int getSliderValue() {
    throw new SignatureOnly();
  }

  public void stateChanged(ChangeEvent changeEvent) {
    throw new SignatureOnly();
  }

  public abstract void stateChanged(BoundedRangeModel boundedRangeModel);

  public boolean registerActionState(Object value) {
    throw new SignatureOnly();
  }

  public void unregisterActionState(Object value) {
    throw new SignatureOnly();
  }
}
