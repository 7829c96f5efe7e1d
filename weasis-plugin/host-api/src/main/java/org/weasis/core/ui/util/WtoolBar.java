package org.weasis.core.ui.util;

import javax.swing.JToolBar;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.Insertable;

public class WtoolBar extends JToolBar implements Toolbar {
  public WtoolBar(String text, int value) {
    throw new SignatureOnly();
  }

  public void addSeparator() {
    throw new SignatureOnly();
  }

  public Insertable.Type getType() {
    throw new SignatureOnly();
  }

  public int getComponentPosition() {
    throw new SignatureOnly();
  }

  public void setComponentPosition(int value) {
    throw new SignatureOnly();
  }

  public Insertable getAttachedInsertable() {
    throw new SignatureOnly();
  }

  public void setAttachedInsertable(Insertable insertable) {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public String getComponentName() {
    throw new SignatureOnly();
  }

  public final WtoolBar getComponent() {
    throw new SignatureOnly();
  }

  public boolean isComponentEnabled() {
    throw new SignatureOnly();
  }

  public void setComponentEnabled(boolean flag) {
    throw new SignatureOnly();
  }
}
