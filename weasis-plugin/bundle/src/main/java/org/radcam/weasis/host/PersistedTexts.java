package org.radcam.weasis.host;

import java.util.Optional;
import org.radcam.weasis.panel.StoredSettings;
import org.weasis.core.api.gui.util.GuiUtils;

/** What the plugin remembers, among what Weasis remembers on this computer. */
final class PersistedTexts implements StoredSettings.Texts {
  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(GuiUtils.getUICore().getLocalPersistence().getProperty(key))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public void set(String key, String text) {
    GuiUtils.getUICore().getLocalPersistence().setProperty(key, text);
  }
}
