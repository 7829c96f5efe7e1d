package org.weasis.core.ui.editor;

public interface SeriesViewerListener {
  void changingViewContentEvent(SeriesViewerEvent seriesViewerEvent);
}
