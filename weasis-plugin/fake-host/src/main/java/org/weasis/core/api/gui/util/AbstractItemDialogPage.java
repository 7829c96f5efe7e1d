package org.weasis.core.api.gui.util;

import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.weasis.core.api.gui.Insertable;

/** A page of the preferences, in the test host. */
public abstract class AbstractItemDialogPage extends JPanel implements PageItem, Insertable {
  private final String title;
  private final List<PageItem> subPages = new ArrayList<>();
  private final Properties properties = new Properties();
  private int position;
  private boolean componentEnabled = true;

  protected AbstractItemDialogPage(String title) {
    this(title, 1000);
  }

  protected AbstractItemDialogPage(String title, int position) {
    this.title = title;
    this.position = position;
  }

  public void deselectPageAction() {}

  public void selectPageAction() {}

  @Override
  public String getTitle() {
    return title;
  }

  public void addSubPage(PageItem page) {
    subPages.add(page);
  }

  public void addSubPage(PageItem page, ActionListener listener, JComponent menu) {
    addSubPage(page);
  }

  public void removeSubPage(PageItem page) {
    subPages.remove(page);
  }

  @Override
  public List<PageItem> getSubPages() {
    return subPages;
  }

  public void sortSubPages() {
    subPages.sort(Comparator.comparing(PageItem::getTitle));
  }

  public void resetAllSubPagesToDefaultValues() {
    subPages.forEach(PageItem::resetToDefaultValues);
  }

  public Properties getProperties() {
    return properties;
  }

  public String getProperty(String key) {
    return properties.getProperty(key);
  }

  public String getProperty(String key, String otherwise) {
    return properties.getProperty(key, otherwise);
  }

  @Override
  public String toString() {
    return title;
  }

  @Override
  public Insertable.Type getType() {
    return Insertable.Type.PREFERENCES;
  }

  @Override
  public String getComponentName() {
    return title;
  }

  @Override
  public boolean isComponentEnabled() {
    return componentEnabled;
  }

  @Override
  public void setComponentEnabled(boolean enabled) {
    componentEnabled = enabled;
  }

  @Override
  public int getComponentPosition() {
    return position;
  }

  @Override
  public void setComponentPosition(int newPosition) {
    position = newPosition;
  }

  public JComponent getMenuPanel() {
    return null;
  }
}
