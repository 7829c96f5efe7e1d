package org.weasis.core.ui.editor;

import java.util.List;
import javax.swing.Action;
import javax.swing.JMenu;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.ui.util.WtoolBar;

public interface SeriesViewer<E extends MediaElement> {
  String getPluginName();

  void close();

  List<MediaSeries<E>> getOpenSeries();

  void addSeries(MediaSeries<E> mediaSeries);

  void removeSeries(MediaSeries<E> mediaSeries);

  JMenu fillSelectedPluginMenu(JMenu jMenu);

  default WtoolBar getStatusBar() {
    throw new SignatureOnly();
  }

  void setSelected(boolean flag);

  MediaSeriesGroup getGroupID();

  String getDockableUID();

  default List<Action> getExportActions() {
    throw new SignatureOnly();
  }

  default List<Action> getPrintActions() {
    throw new SignatureOnly();
  }
}
