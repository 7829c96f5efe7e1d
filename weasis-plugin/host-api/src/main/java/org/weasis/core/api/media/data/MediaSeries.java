package org.weasis.core.api.media.data;

import java.awt.datatransfer.Transferable;
import java.util.Comparator;
import java.util.List;
import org.weasis.core.api.gui.util.Filter;

public interface MediaSeries<E> extends MediaSeriesGroup, Transferable {
  List<E> getSortedMedias(Comparator<E> order);

  void addMedia(E media);

  Iterable<E> getMedias(Filter<E> filter, Comparator<E> order);

  List<E> copyOfMedias(Filter<E> filter, Comparator<E> order);

  E getMedia(int value, Filter<E> filter, Comparator<E> order);

  void dispose();

  int size(Filter<E> filter);

  String getSeriesNumber();

  boolean isOpen();

  boolean isSelected();

  boolean isFocused();

  String getMimeType();

  void setOpen(boolean flag);

  void setSelected(boolean flag, E media);

  void setFocused(boolean flag);
}
