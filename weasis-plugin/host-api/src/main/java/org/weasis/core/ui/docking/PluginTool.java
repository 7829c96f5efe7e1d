package org.weasis.core.ui.docking;

import bibliothek.gui.dock.common.CLocation;
import java.awt.Component;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.Insertable;

public abstract class PluginTool extends JPanel implements DockableTool {
  protected PluginTool(String text, Insertable.Type type, int value) {
    throw new SignatureOnly();
  }

  protected abstract void changeToolWindowAnchor(CLocation cLocation);

  public Insertable.Type getType() {
    throw new SignatureOnly();
  }

  public String getComponentName() {
    throw new SignatureOnly();
  }

  public int getComponentPosition() {
    throw new SignatureOnly();
  }

  public void setComponentPosition(int value) {
    throw new SignatureOnly();
  }

  public Component getToolComponent() {
    throw new SignatureOnly();
  }

  protected Component getToolComponentFromJScrollPane(JScrollPane jScrollPane) {
    throw new SignatureOnly();
  }

  public boolean isComponentEnabled() {
    throw new SignatureOnly();
  }

  public void setComponentEnabled(boolean flag) {
    throw new SignatureOnly();
  }

  protected void setDockableWidth(int value) {
    throw new SignatureOnly();
  }

  protected void updateDockableWidth(int value) {
    throw new SignatureOnly();
  }

  public int getDockableWidth() {
    throw new SignatureOnly();
  }

  public void showDockable() {
    throw new SignatureOnly();
  }

  public void closeDockable() {
    throw new SignatureOnly();
  }
}
