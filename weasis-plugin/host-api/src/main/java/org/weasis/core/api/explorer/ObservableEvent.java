package org.weasis.core.api.explorer;

import java.beans.PropertyChangeEvent;
import org.radcam.weasis.hostapi.SignatureOnly;

public class ObservableEvent extends PropertyChangeEvent {
  public ObservableEvent(
      ObservableEvent.BasicAction basicAction, Object value, Object value2, Object value3) {
    super(null, null, null, null);
    throw new SignatureOnly();
  }

  public String getPropertyName() {
    throw new SignatureOnly();
  }

  public ObservableEvent.BasicAction getActionCommand() {
    throw new SignatureOnly();
  }

  public Object getSource() {
    throw new SignatureOnly();
  }

  public enum BasicAction {
    ;
  }
}
