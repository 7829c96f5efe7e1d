package org.radcam.weasis.panel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings that nobody keeps. */
final class SettingsInMemory {
  private SettingsInMemory() {}

  static StoredSettings in(Path folder) {
    return over(new HashMap<>(), folder);
  }

  static StoredSettings over(Map<String, String> texts, Path folder) {
    return new StoredSettings(
        new StoredSettings.Texts() {
          @Override
          public Optional<String> get(String key) {
            return Optional.ofNullable(texts.get(key));
          }

          @Override
          public void set(String key, String text) {
            if (text.isEmpty()) {
              texts.remove(key);
            } else {
              texts.put(key, text);
            }
          }
        },
        folder);
  }
}
