package org.weasis.core.ui.docking;

import bibliothek.gui.dock.common.CLocation;
import java.awt.Component;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.weasis.core.api.gui.Insertable;

/** A panel that can be docked, in the test host. */
public abstract class PluginTool extends JPanel implements DockableTool {
  private final String toolName;
  private final Insertable.Type type;
  private int position;
  private int dockableWidth = 250;
  private boolean componentEnabled = true;
  private boolean shown;

  protected PluginTool(String toolName, Insertable.Type type, int position) {
    this.toolName = toolName;
    this.type = type;
    this.position = position;
  }

  protected abstract void changeToolWindowAnchor(CLocation location);

  @Override
  public Insertable.Type getType() {
    return type;
  }

  @Override
  public String getComponentName() {
    return toolName;
  }

  @Override
  public int getComponentPosition() {
    return position;
  }

  @Override
  public void setComponentPosition(int newPosition) {
    position = newPosition;
  }

  @Override
  public Component getToolComponent() {
    return this;
  }

  protected Component getToolComponentFromJScrollPane(JScrollPane scrollPane) {
    scrollPane.setViewportView(this);
    return scrollPane;
  }

  @Override
  public boolean isComponentEnabled() {
    return componentEnabled;
  }

  @Override
  public void setComponentEnabled(boolean enabled) {
    componentEnabled = enabled;
  }

  protected void setDockableWidth(int width) {
    dockableWidth = width;
  }

  protected void updateDockableWidth(int width) {
    dockableWidth = width;
  }

  @Override
  public int getDockableWidth() {
    return dockableWidth;
  }

  @Override
  public void showDockable() {
    shown = true;
  }

  @Override
  public void closeDockable() {
    shown = false;
  }

  /** Whether it was brought to the front. */
  public boolean isShown() {
    return shown;
  }
}
