package org.weasis.core.ui.editor;

import java.util.List;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.MediaSeriesGroup;

public interface SeriesViewer<E extends MediaElement> {
  String getPluginName();

  void close();

  List<MediaSeries<E>> getOpenSeries();

  void addSeries(MediaSeries<E> mediaSeries);

  void removeSeries(MediaSeries<E> mediaSeries);

  void setSelected(boolean flag);

  MediaSeriesGroup getGroupID();
}
