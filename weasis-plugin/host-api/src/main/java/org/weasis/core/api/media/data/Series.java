package org.weasis.core.api.media.data;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.beans.PropertyChangeListener;
import java.util.Comparator;
import java.util.List;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.gui.util.Filter;

public abstract class Series<E extends MediaElement> extends MediaSeriesGroupNode
    implements MediaSeries<E> {
  protected Series(TagW tagW, Object value, TagView tagView) {
    super((TagW) null, (Object) null, (TagView) null);
    throw new SignatureOnly();
  }

  public void removeAllMedias() {
    throw new SignatureOnly();
  }

  public List<E> getSortedMedias(Comparator<E> order) {
    throw new SignatureOnly();
  }

  public void add(E media) {
    throw new SignatureOnly();
  }

  public void add(int value, E media) {
    throw new SignatureOnly();
  }

  public final int getImageIndex(E media, Filter<E> filter, Comparator<E> order) {
    throw new SignatureOnly();
  }

  public final Iterable<E> getMedias(Filter<E> filter, Comparator<E> order) {
    throw new SignatureOnly();
  }

  public final List<E> copyOfMedias(Filter<E> filter, Comparator<E> order) {
    throw new SignatureOnly();
  }

  public final E getMedia(int value, Filter<E> filter, Comparator<E> order) {
    throw new SignatureOnly();
  }

  public synchronized void dispose() {
    throw new SignatureOnly();
  }

  public DataFlavor[] getTransferDataFlavors() {
    throw new SignatureOnly();
  }

  public boolean isDataFlavorSupported(DataFlavor dataFlavor) {
    throw new SignatureOnly();
  }

  public Object getTransferData(DataFlavor dataFlavor) throws UnsupportedFlavorException {
    throw new SignatureOnly();
  }

  public void addPropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removePropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void firePropertyChange(ObservableEvent observableEvent) {
    throw new SignatureOnly();
  }

  public synchronized int size(Filter<E> filter) {
    throw new SignatureOnly();
  }

  public boolean isOpen() {
    throw new SignatureOnly();
  }

  public void setOpen(boolean flag) {
    throw new SignatureOnly();
  }

  public boolean isSelected() {
    throw new SignatureOnly();
  }

  public void setSelected(boolean flag, E media) {
    throw new SignatureOnly();
  }

  public boolean isFocused() {
    throw new SignatureOnly();
  }

  public void setFocused(boolean flag) {
    throw new SignatureOnly();
  }

  public boolean hasMediaContains(TagW tagW, Object value) {
    throw new SignatureOnly();
  }

  public String getSeriesNumber() {
    throw new SignatureOnly();
  }
}
