package org.weasis.core.api.gui.util;

import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;

public interface GUIEntry {
  default Icon getIcon() {
    throw new SignatureOnly();
  }

  String getUIName();

  String getDescription();
}
