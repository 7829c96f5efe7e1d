package org.radcam.weasis.host;

import java.util.Hashtable;
import java.util.function.Supplier;
import org.radcam.weasis.panel.PreferencesPanel;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.api.gui.PreferencesPageFactory;
import org.weasis.core.api.gui.util.AbstractItemDialogPage;

/** RadCAM's page in Weasis's preferences: a new one each time that they are opened. */
final class PreferencesPages implements PreferencesPageFactory {
  private final Supplier<PreferencesPanel> content;

  PreferencesPages(Supplier<PreferencesPanel> content) {
    this.content = content;
  }

  @Override
  public AbstractItemDialogPage createInstance(Hashtable<String, Object> properties) {
    return new PreferencesPage(content.get());
  }

  @Override
  public boolean isComponentCreatedByThisFactory(Insertable component) {
    return component instanceof PreferencesPage;
  }
}
