package org.weasis.dicom.viewer2d;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.KeyEvent;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.core.ui.editor.image.ImageViewerPlugin;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;

public class EventManager extends ImageViewerEventManager<DicomImageElement>
    implements ActionListener {
  EventManager() {}

  public static synchronized EventManager getInstance() {
    throw new SignatureOnly();
  }

  public void keyTyped(KeyEvent keyEvent) {
    throw new SignatureOnly();
  }

  public void keyPressed(KeyEvent keyEvent) {
    throw new SignatureOnly();
  }

  public void keyReleased(KeyEvent keyEvent) {
    throw new SignatureOnly();
  }

  public void setSelectedView2dContainer(ImageViewerPlugin<DicomImageElement> imageViewerPlugin) {
    throw new SignatureOnly();
  }

  public void actionPerformed(ActionEvent actionEvent) {
    throw new SignatureOnly();
  }

  public void resetDisplay() {
    throw new SignatureOnly();
  }

  public synchronized boolean updateComponentsListener(ViewCanvas<DicomImageElement> viewCanvas) {
    throw new SignatureOnly();
  }

  public MediaSeries<DicomImageElement> getSelectedSeries() {
    throw new SignatureOnly();
  }
}
