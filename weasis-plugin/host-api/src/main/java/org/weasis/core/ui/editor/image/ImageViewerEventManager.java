package org.weasis.core.ui.editor.image;

import java.awt.event.KeyListener;
import java.beans.PropertyChangeListener;
import java.util.Optional;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.util.Feature;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.ui.editor.SeriesViewerEvent;
import org.weasis.core.ui.editor.SeriesViewerListener;

public abstract class ImageViewerEventManager<E extends ImageElement> implements KeyListener {
  protected ImageViewerEventManager() {
    throw new SignatureOnly();
  }

  public void addPropertyChangeListener(String text, PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removePropertyChangeListener(String text, PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void addSeriesViewerListener(SeriesViewerListener seriesViewerListener) {
    throw new SignatureOnly();
  }

  public void removeSeriesViewerListener(SeriesViewerListener seriesViewerListener) {
    throw new SignatureOnly();
  }

  public void fireSeriesViewerListeners(SeriesViewerEvent seriesViewerEvent) {
    throw new SignatureOnly();
  }

  public <T> Optional<T> getAction(Feature<T> feature) {
    throw new SignatureOnly();
  }

  public boolean isActionRegistered(Feature<?> feature) {
    throw new SignatureOnly();
  }

  public boolean isActionEnabled(Feature<?> feature) {
    throw new SignatureOnly();
  }

  public ViewCanvas<E> getSelectedViewPane() {
    throw new SignatureOnly();
  }

  public ImageViewerPlugin<E> getSelectedView2dContainer() {
    throw new SignatureOnly();
  }

  public void setSelectedView2dContainer(ImageViewerPlugin<E> imageViewerPlugin) {
    throw new SignatureOnly();
  }
}
