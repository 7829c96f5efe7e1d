package org.weasis.core.ui.editor.image;

import java.awt.event.KeyListener;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weasis.core.api.gui.util.ActionState;
import org.weasis.core.api.gui.util.Feature;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.ui.editor.SeriesViewerEvent;
import org.weasis.core.ui.editor.SeriesViewerListener;

/** Knows what is selected and who listens, in the test host. */
public abstract class ImageViewerEventManager<E extends ImageElement> implements KeyListener {
  private final List<SeriesViewerListener> listeners = new CopyOnWriteArrayList<>();
  private final PropertyChangeSupport properties = new PropertyChangeSupport(this);
  private final Map<Feature<?>, ActionState> actions = new HashMap<>();
  private ImageViewerPlugin<E> container;

  protected ImageViewerEventManager() {}

  /** Adds an action. */
  protected final void action(ActionState action) {
    actions.put(action.getActionW(), action);
  }

  /** Tells that another view was selected. */
  protected abstract void viewSelected(ViewCanvas<E> view);

  /** Forgets listeners and what is selected. */
  public void clear() {
    listeners.clear();
    container = null;
  }

  /** How many listen to viewers. */
  public int listeners() {
    return listeners.size();
  }

  public void addPropertyChangeListener(String property, PropertyChangeListener listener) {
    properties.addPropertyChangeListener(property, listener);
  }

  public void removePropertyChangeListener(String property, PropertyChangeListener listener) {
    properties.removePropertyChangeListener(property, listener);
  }

  public void addSeriesViewerListener(SeriesViewerListener listener) {
    if (listener != null && !listeners.contains(listener)) {
      listeners.add(listener);
    }
  }

  public void removeSeriesViewerListener(SeriesViewerListener listener) {
    listeners.remove(listener);
  }

  public void fireSeriesViewerListeners(SeriesViewerEvent event) {
    if (event != null && event.getSeriesViewer() != null) {
      listeners.forEach(listener -> listener.changingViewContentEvent(event));
    }
  }

  @SuppressWarnings("unchecked")
  public <T> Optional<T> getAction(Feature<T> feature) {
    return Optional.ofNullable((T) actions.get(feature));
  }

  public boolean isActionRegistered(Feature<?> feature) {
    return actions.containsKey(feature);
  }

  public boolean isActionEnabled(Feature<?> feature) {
    return isActionRegistered(feature) && actions.get(feature).isActionEnabled();
  }

  public ViewCanvas<E> getSelectedViewPane() {
    return container == null ? null : container.selectedView();
  }

  public ImageViewerPlugin<E> getSelectedView2dContainer() {
    return container;
  }

  public void setSelectedView2dContainer(ImageViewerPlugin<E> newContainer) {
    container = newContainer;
  }
}
