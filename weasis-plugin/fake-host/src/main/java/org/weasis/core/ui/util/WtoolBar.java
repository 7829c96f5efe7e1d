package org.weasis.core.ui.util;

import javax.swing.JToolBar;
import org.weasis.core.api.gui.Insertable;

/** A toolbar, in the test host. */
public class WtoolBar extends JToolBar implements Toolbar {
  private final String barName;
  private int position;
  private boolean componentEnabled = true;
  private transient Insertable attached;

  public WtoolBar(String barName, int position) {
    super(barName);
    this.barName = barName;
    this.position = position;
    setFloatable(false);
  }

  @Override
  public void addSeparator() {
    super.addSeparator();
  }

  @Override
  public Insertable.Type getType() {
    return Insertable.Type.TOOLBAR;
  }

  @Override
  public int getComponentPosition() {
    return position;
  }

  @Override
  public void setComponentPosition(int newPosition) {
    position = newPosition;
  }

  public Insertable getAttachedInsertable() {
    return attached;
  }

  public void setAttachedInsertable(Insertable insertable) {
    attached = insertable;
  }

  @Override
  public String toString() {
    return barName;
  }

  @Override
  public String getComponentName() {
    return barName;
  }

  @Override
  public final WtoolBar getComponent() {
    return this;
  }

  @Override
  public boolean isComponentEnabled() {
    return componentEnabled;
  }

  @Override
  public void setComponentEnabled(boolean enabled) {
    componentEnabled = enabled;
  }
}
