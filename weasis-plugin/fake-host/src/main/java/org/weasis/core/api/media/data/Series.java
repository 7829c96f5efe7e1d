package org.weasis.core.api.media.data;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.gui.util.Filter;

/**
 * A series of the test host. As in Weasis, its list in the series' own order is the list itself,
 * and lists in other orders are kept until an image is added.
 */
public abstract class Series<E extends MediaElement> extends MediaSeriesGroupNode
    implements MediaSeries<E> {
  private final List<E> medias = new ArrayList<>();
  private final Map<Comparator<E>, List<E>> sorted = new HashMap<>();
  private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
  private boolean open;
  private boolean selected;
  private boolean focused;

  protected Series(TagW idTag, Object id, TagView view) {
    super(idTag, id, view);
  }

  public void removeAllMedias() {
    medias.clear();
    sorted.clear();
  }

  @Override
  public List<E> getSortedMedias(Comparator<E> order) {
    if (order == null) {
      return medias;
    }
    return sorted.computeIfAbsent(
        order,
        key -> {
          List<E> list = new ArrayList<>(medias);
          list.sort(key);
          return list;
        });
  }

  public void add(E media) {
    add(medias.size(), media);
  }

  public void add(int index, E media) {
    medias.add(index, media);
    sorted.clear();
  }

  /** Which of the series' images it is, in an order and of those that pass; -1 if none. */
  public final int getImageIndex(E media, Filter<E> filter, Comparator<E> order) {
    int index = 0;
    for (E each : getMedias(filter, order)) {
      if (each == media) {
        return index;
      }
      index++;
    }
    return -1;
  }

  @Override
  public final Iterable<E> getMedias(Filter<E> filter, Comparator<E> order) {
    List<E> list = getSortedMedias(order);
    return filter == null ? list : list.stream().filter(filter::passes).toList();
  }

  @Override
  public final List<E> copyOfMedias(Filter<E> filter, Comparator<E> order) {
    List<E> copy = new ArrayList<>();
    getMedias(filter, order).forEach(copy::add);
    return copy;
  }

  @Override
  public final E getMedia(int index, Filter<E> filter, Comparator<E> order) {
    List<E> list = copyOfMedias(filter, order);
    return index >= 0 && index < list.size() ? list.get(index) : null;
  }

  @Override
  public synchronized void dispose() {
    medias.forEach(MediaElement::dispose);
    removeAllMedias();
    for (PropertyChangeListener listener : listeners.getPropertyChangeListeners()) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  @Override
  public DataFlavor[] getTransferDataFlavors() {
    return new DataFlavor[0];
  }

  @Override
  public boolean isDataFlavorSupported(DataFlavor flavor) {
    return false;
  }

  @Override
  public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
    throw new UnsupportedFlavorException(flavor);
  }

  public void addPropertyChangeListener(PropertyChangeListener listener) {
    listeners.addPropertyChangeListener(listener);
  }

  public void removePropertyChangeListener(PropertyChangeListener listener) {
    listeners.removePropertyChangeListener(listener);
  }

  public void firePropertyChange(ObservableEvent event) {
    listeners.firePropertyChange(event);
  }

  @Override
  public synchronized int size(Filter<E> filter) {
    return filter == null ? medias.size() : copyOfMedias(filter, null).size();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void setOpen(boolean open) {
    this.open = open;
  }

  @Override
  public boolean isSelected() {
    return selected;
  }

  @Override
  public void setSelected(boolean selected, E media) {
    this.selected = selected;
  }

  @Override
  public boolean isFocused() {
    return focused;
  }

  @Override
  public void setFocused(boolean focused) {
    this.focused = focused;
  }

  public boolean hasMediaContains(TagW tag, Object value) {
    return medias.stream().anyMatch(media -> value.equals(media.getTagValue(tag)));
  }

  @Override
  public String getSeriesNumber() {
    return "";
  }
}
