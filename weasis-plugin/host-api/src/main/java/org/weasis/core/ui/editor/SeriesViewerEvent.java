package org.weasis.core.ui.editor;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeries;

public class SeriesViewerEvent {
  public SeriesViewerEvent(
      SeriesViewer<? extends MediaElement> seriesViewer,
      MediaSeries<? extends MediaElement> mediaSeries,
      MediaElement mediaElement,
      SeriesViewerEvent.EVENT eVENT) {
    throw new SignatureOnly();
  }

  public SeriesViewer<? extends MediaElement> getSeriesViewer() {
    throw new SignatureOnly();
  }

  public MediaSeries<? extends MediaElement> getSeries() {
    throw new SignatureOnly();
  }

  public MediaElement getMediaElement() {
    throw new SignatureOnly();
  }

  public SeriesViewerEvent.EVENT getEventType() {
    throw new SignatureOnly();
  }

  public enum EVENT {
    SELECT,
    ADD,
    LAYOUT,
    SELECT_VIEW,
    ANONYM,
    TOGGLE_INFO,
    WIN_LEVEL,
    LUT;
  }
}
