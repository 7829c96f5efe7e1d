package org.weasis.dicom.viewer2d;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.explorer.DicomViewerPlugin;

public class View2dContainer extends DicomViewerPlugin implements PropertyChangeListener {
  public View2dContainer() {
    super((ImageViewerEventManager<DicomImageElement>) null, (String) null);
    throw new SignatureOnly();
  }

  public void addSeries(MediaSeries<DicomImageElement> mediaSeries) {
    throw new SignatureOnly();
  }

  public void close() {
    throw new SignatureOnly();
  }

  public void propertyChange(PropertyChangeEvent propertyChangeEvent) {
    throw new SignatureOnly();
  }
}
