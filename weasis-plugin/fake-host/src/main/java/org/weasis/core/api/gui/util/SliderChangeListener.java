package org.weasis.core.api.gui.util;

import javax.swing.BoundedRangeModel;
import javax.swing.DefaultBoundedRangeModel;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ChangeListener;

/** An action with a number, in the test host; what it does is done when the number changes. */
public abstract class SliderChangeListener extends MouseActionAdapter
    implements ChangeListener, ActionState {
  private final Feature<? extends ActionState> feature;
  private final DefaultBoundedRangeModel model;
  private boolean triggers = true;
  private boolean enabled = true;

  protected SliderChangeListener(Feature<? extends ActionState> feature, int min, int max) {
    this.feature = feature;
    this.model = new DefaultBoundedRangeModel(min, 0, min, max);
    model.addChangeListener(this);
  }

  /** New limits and a new number, without doing what the action does. */
  public void set(int min, int max, int value) {
    triggers = false;
    model.setRangeProperties(value, 0, min, max, false);
    triggers = true;
  }

  @Override
  public void enableAction(boolean enable) {
    enabled = enable;
  }

  @Override
  public boolean isActionEnabled() {
    return enabled;
  }

  @Override
  public Feature<? extends ActionState> getActionW() {
    return feature;
  }

  public void setSliderValue(int value) {
    model.setValue(value);
  }

  public int getSliderMin() {
    return model.getMinimum();
  }

  public int getSliderMax() {
    return model.getMaximum();
  }

  public int getSliderValue() {
    return model.getValue();
  }

  @Override
  public void stateChanged(ChangeEvent event) {
    if (triggers) {
      stateChanged(model);
    }
  }

  public abstract void stateChanged(BoundedRangeModel range);

  @Override
  public boolean registerActionState(Object component) {
    return false;
  }

  @Override
  public void unregisterActionState(Object component) {}
}
