package org.weasis.core.ui.editor;

import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeries;

/** What a viewer of series tells, in the test host. */
public class SeriesViewerEvent {
  private final SeriesViewer<? extends MediaElement> viewer;
  private final MediaSeries<? extends MediaElement> series;
  private final MediaElement media;
  private final EVENT type;

  public SeriesViewerEvent(
      SeriesViewer<? extends MediaElement> viewer,
      MediaSeries<? extends MediaElement> series,
      MediaElement media,
      EVENT type) {
    this.viewer = viewer;
    this.series = series;
    this.media = media;
    this.type = type;
  }

  public SeriesViewer<? extends MediaElement> getSeriesViewer() {
    return viewer;
  }

  public MediaSeries<? extends MediaElement> getSeries() {
    return series;
  }

  public MediaElement getMediaElement() {
    return media;
  }

  public EVENT getEventType() {
    return type;
  }

  /** What happened. */
  public enum EVENT {
    SELECT,
    ADD,
    LAYOUT,
    SELECT_VIEW,
    ANONYM,
    TOGGLE_INFO,
    WIN_LEVEL,
    LUT
  }
}
