package org.weasis.dicom.explorer;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.core.ui.editor.image.ImageViewerPlugin;
import org.weasis.dicom.codec.DicomImageElement;

public abstract class DicomViewerPlugin extends ImageViewerPlugin<DicomImageElement> {
  protected DicomViewerPlugin(
      ImageViewerEventManager<DicomImageElement> imageViewerEventManager, String text) {
    super(null, (String) null);
    throw new SignatureOnly();
  }

  public void setSelected(boolean flag) {
    throw new SignatureOnly();
  }
}
