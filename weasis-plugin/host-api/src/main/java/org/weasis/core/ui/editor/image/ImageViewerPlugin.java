package org.weasis.core.ui.editor.image;

import java.util.List;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.MediaSeries;

public abstract class ImageViewerPlugin<E extends ImageElement> extends ViewerPlugin<E> {
  protected ImageViewerPlugin(ImageViewerEventManager<E> imageViewerEventManager, String text) {
    super((String) null);
    throw new SignatureOnly();
  }

  public List<ViewCanvas<E>> getView2ds() {
    throw new SignatureOnly();
  }

  public ImageViewerEventManager<E> getEventManager() {
    throw new SignatureOnly();
  }

  public void close() {
    throw new SignatureOnly();
  }

  public void addSeries(MediaSeries<E> mediaSeries) {
    throw new SignatureOnly();
  }

  public void removeSeries(MediaSeries<E> mediaSeries) {
    throw new SignatureOnly();
  }

  public List<MediaSeries<E>> getOpenSeries() {
    throw new SignatureOnly();
  }

  public void setSelectedImagePane(ViewCanvas<E> viewCanvas) {
    throw new SignatureOnly();
  }

  public List<ViewCanvas<E>> getImagePanels() {
    throw new SignatureOnly();
  }

  public List<ViewCanvas<E>> getImagePanels(boolean flag) {
    throw new SignatureOnly();
  }

  public Boolean isContainingView(ViewCanvas<?> viewCanvas) {
    throw new SignatureOnly();
  }
}
