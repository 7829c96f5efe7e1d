package org.weasis.core.api.explorer;

import java.beans.PropertyChangeEvent;

/** What the tree tells, in the test host. */
public class ObservableEvent extends PropertyChangeEvent {
  private final transient BasicAction action;

  public ObservableEvent(BasicAction action, Object source, Object before, Object after) {
    super(source, null, before, after);
    this.action = action;
  }

  @Override
  public String getPropertyName() {
    return action.name();
  }

  public BasicAction getActionCommand() {
    return action;
  }

  @Override
  public Object getSource() {
    return super.getSource();
  }

  /** What happened. */
  public enum BasicAction {
    ADD,
    REMOVE,
    SELECT,
    UPDATE,
    REPLACE
  }
}
