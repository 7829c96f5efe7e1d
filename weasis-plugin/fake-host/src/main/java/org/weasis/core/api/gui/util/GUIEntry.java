package org.weasis.core.api.gui.util;

import javax.swing.Icon;

/** What has a name and may have an icon, in the test host. */
public interface GUIEntry {
  default Icon getIcon() {
    return null;
  }

  String getUIName();

  String getDescription();
}
