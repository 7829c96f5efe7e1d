package org.weasis.core.api.explorer.model;

import java.beans.PropertyChangeListener;
import org.weasis.core.api.explorer.ObservableEvent;

public interface DataExplorerModel {
  void addPropertyChangeListener(PropertyChangeListener listener);

  void removePropertyChangeListener(PropertyChangeListener listener);

  void firePropertyChange(ObservableEvent observableEvent);

  TreeModelNode getTreeModelNodeForNewPlugin();
}
