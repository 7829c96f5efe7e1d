package org.radcam.weasis.host;

import java.util.Optional;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.dicom.viewer2d.View2dContainer;

/** The selected view of a 2D viewer. On the event dispatch thread. */
final class SelectedView {
  private SelectedView() {}

  /** Empty where none is selected, or a view of another kind of viewer. */
  static Optional<ViewCanvas<DicomImageElement>> get() {
    EventManager events = EventManager.getInstance();
    return events.getSelectedView2dContainer() instanceof View2dContainer
        ? Optional.ofNullable(events.getSelectedViewPane())
        : Optional.empty();
  }
}
