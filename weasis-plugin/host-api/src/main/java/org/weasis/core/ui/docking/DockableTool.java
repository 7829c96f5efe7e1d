package org.weasis.core.ui.docking;

import java.awt.Component;
import org.weasis.core.api.gui.Insertable;

public interface DockableTool extends Insertable {
  void showDockable();

  void closeDockable();

  Component getToolComponent();

  int getDockableWidth();
}
