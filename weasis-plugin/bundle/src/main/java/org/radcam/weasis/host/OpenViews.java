package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.List;
import org.weasis.core.api.gui.util.GuiUtils;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.editor.image.ViewerPlugin;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.viewer2d.View2dContainer;

/** The views of all 2D viewers that are open. On the event dispatch thread. */
final class OpenViews {
  private OpenViews() {}

  static List<ViewCanvas<DicomImageElement>> all() {
    List<ViewCanvas<DicomImageElement>> views = new ArrayList<>();
    List<ViewerPlugin<?>> viewers = GuiUtils.getUICore().getViewerPlugins();
    synchronized (viewers) {
      for (ViewerPlugin<?> viewer : viewers) {
        if (viewer instanceof View2dContainer container) {
          views.addAll(container.getImagePanels());
        }
      }
    }
    return views;
  }
}
