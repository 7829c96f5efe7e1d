package org.weasis.core.api.gui.util;

import java.awt.event.ActionListener;
import java.util.List;
import java.util.Properties;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.Insertable;

public abstract class AbstractItemDialogPage extends JPanel implements PageItem, Insertable {
  protected AbstractItemDialogPage(String text) {
    throw new SignatureOnly();
  }

  protected AbstractItemDialogPage(String text, int value) {
    throw new SignatureOnly();
  }

  public void deselectPageAction() {
    throw new SignatureOnly();
  }

  public void selectPageAction() {
    throw new SignatureOnly();
  }

  public String getTitle() {
    throw new SignatureOnly();
  }

  public void addSubPage(PageItem pageItem) {
    throw new SignatureOnly();
  }

  public void addSubPage(PageItem pageItem, ActionListener actionListener, JComponent jComponent) {
    throw new SignatureOnly();
  }

  public void removeSubPage(PageItem pageItem) {
    throw new SignatureOnly();
  }

  public List<PageItem> getSubPages() {
    throw new SignatureOnly();
  }

  public void sortSubPages() {
    throw new SignatureOnly();
  }

  public void resetAllSubPagesToDefaultValues() {
    throw new SignatureOnly();
  }

  public Properties getProperties() {
    throw new SignatureOnly();
  }

  public String getProperty(String text) {
    throw new SignatureOnly();
  }

  public String getProperty(String text, String text2) {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public Insertable.Type getType() {
    throw new SignatureOnly();
  }

  public String getComponentName() {
    throw new SignatureOnly();
  }

  public boolean isComponentEnabled() {
    throw new SignatureOnly();
  }

  public void setComponentEnabled(boolean flag) {
    throw new SignatureOnly();
  }

  public int getComponentPosition() {
    throw new SignatureOnly();
  }

  public void setComponentPosition(int value) {
    throw new SignatureOnly();
  }

  public JComponent getMenuPanel() {
    throw new SignatureOnly();
  }
}
