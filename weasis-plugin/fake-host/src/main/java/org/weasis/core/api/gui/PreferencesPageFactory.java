package org.weasis.core.api.gui;

import java.util.Hashtable;
import org.weasis.core.api.gui.util.AbstractItemDialogPage;

/** Makes pages of the preferences, in the test host. */
public interface PreferencesPageFactory extends InsertableFactory {
  @Override
  AbstractItemDialogPage createInstance(Hashtable<String, Object> properties);

  @Override
  default void dispose(Insertable component) {
    // A page holds nothing.
  }

  @Override
  default Insertable.Type getType() {
    return Insertable.Type.PREFERENCES;
  }
}
