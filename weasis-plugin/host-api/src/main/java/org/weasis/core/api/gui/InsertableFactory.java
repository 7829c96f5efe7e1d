package org.weasis.core.api.gui;

import java.util.Hashtable;

public interface InsertableFactory {
  Insertable createInstance(Hashtable<String, Object> hashtable);

  void dispose(Insertable insertable);

  boolean isComponentCreatedByThisFactory(Insertable insertable);

  Insertable.Type getType();
}
