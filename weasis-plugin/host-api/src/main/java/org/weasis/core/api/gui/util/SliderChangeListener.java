package org.weasis.core.api.gui.util;

import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.BoundedRangeModel;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ChangeListener;
import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class SliderChangeListener extends MouseActionAdapter
    implements ChangeListener, ActionState {
  protected SliderChangeListener(
      Feature<? extends ActionState> feature, int value, int value2, int value3) {
    throw new SignatureOnly();
  }

  protected SliderChangeListener(
      Feature<? extends ActionState> feature,
      int value,
      int value2,
      int value3,
      boolean flag,
      double value4) {
    throw new SignatureOnly();
  }

  protected SliderChangeListener(
      Feature<? extends ActionState> feature, int value, int value2, int value3, boolean flag) {
    throw new SignatureOnly();
  }

  protected SliderChangeListener(
      Feature<? extends ActionState> feature,
      double value,
      double value2,
      double value3,
      boolean flag,
      double value4,
      int value5) {
    throw new SignatureOnly();
  }

  public void enableAction(boolean flag) {
    throw new SignatureOnly();
  }

  public boolean isActionEnabled() {
    throw new SignatureOnly();
  }

  public void setSliderMinMax(int value, int value2) {
    throw new SignatureOnly();
  }

  public void setSliderMinMaxValue(int value, int value2, int value3) {
    throw new SignatureOnly();
  }

  public void setSliderMinMaxValue(int value, int value2, int value3, boolean flag) {
    throw new SignatureOnly();
  }

  public Feature<? extends ActionState> getActionW() {
    throw new SignatureOnly();
  }

  public void setSliderValue(int value) {
    throw new SignatureOnly();
  }

  public void setSliderValue(int value, boolean flag) {
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

  public void mousePressed(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseDragged(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseReleased(MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void mouseWheelMoved(MouseWheelEvent mouseWheelEvent) {
    throw new SignatureOnly();
  }
}
