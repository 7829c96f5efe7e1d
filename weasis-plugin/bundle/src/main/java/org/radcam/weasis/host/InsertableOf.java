package org.radcam.weasis.host;

import java.util.Hashtable;
import java.util.function.Supplier;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.api.gui.InsertableFactory;

/**
 * Gives Weasis one component: it asks for it once, for all 2D viewers.
 *
 * @param <T> the component
 */
final class InsertableOf<T extends Insertable> implements InsertableFactory {
  private final Insertable.Type type;
  private final Class<T> kind;
  private final Supplier<T> component;

  InsertableOf(Insertable.Type type, Class<T> kind, Supplier<T> component) {
    this.type = type;
    this.kind = kind;
    this.component = component;
  }

  @Override
  public Insertable createInstance(Hashtable<String, Object> properties) {
    return component.get();
  }

  @Override
  public void dispose(Insertable insertable) {
    // The plugin ends what it began, whether or not Weasis comes to this.
  }

  @Override
  public boolean isComponentCreatedByThisFactory(Insertable insertable) {
    return kind.isInstance(insertable);
  }

  @Override
  public Insertable.Type getType() {
    return type;
  }
}
