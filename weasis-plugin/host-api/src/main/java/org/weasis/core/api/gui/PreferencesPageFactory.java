package org.weasis.core.api.gui;

import java.util.Hashtable;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.util.AbstractItemDialogPage;

public interface PreferencesPageFactory extends InsertableFactory {
  AbstractItemDialogPage createInstance(Hashtable<String, Object> hashtable);

  default void dispose(Insertable insertable) {
    throw new SignatureOnly();
  }

  default Insertable.Type getType() {
    throw new SignatureOnly();
  }
}
