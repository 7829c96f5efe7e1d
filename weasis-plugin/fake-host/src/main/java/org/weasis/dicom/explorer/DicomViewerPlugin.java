package org.weasis.dicom.explorer;

import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.core.ui.editor.image.ImageViewerPlugin;
import org.weasis.dicom.codec.DicomImageElement;

/** A viewer of DICOM images, in the test host. */
public abstract class DicomViewerPlugin extends ImageViewerPlugin<DicomImageElement> {
  protected DicomViewerPlugin(
      ImageViewerEventManager<DicomImageElement> eventManager, String pluginName) {
    super(eventManager, pluginName);
  }

  @Override
  public void setSelected(boolean selected) {
    getEventManager().setSelectedView2dContainer(selected ? this : null);
  }
}
