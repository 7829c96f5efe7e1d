package org.weasis.dicom.viewer2d;

import java.awt.GridLayout;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import org.radcam.weasis.fakehost.FakeView;
import org.weasis.core.api.explorer.ObservableEvent;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.service.UICore;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.explorer.DicomViewerPlugin;

/** The 2D viewer of the test host. */
public class View2dContainer extends DicomViewerPlugin implements PropertyChangeListener {
  public View2dContainer() {
    this(1);
  }

  /** A viewer of some empty views side by side. */
  public View2dContainer(int views) {
    super(EventManager.getInstance(), "2D Viewer");
    setLayout(new GridLayout(1, 0, 2, 2));
    for (int i = 0; i < views; i++) {
      addView(new FakeView());
    }
    UICore.getInstance().getViewerPlugins().add(this);
  }

  @Override
  public void addSeries(MediaSeries<DicomImageElement> series) {
    super.addSeries(series);
  }

  @Override
  public void close() {
    super.close();
    UICore.getInstance().getViewerPlugins().remove(this);
    if (getEventManager().getSelectedView2dContainer() == this) {
      getEventManager().setSelectedView2dContainer(null);
    }
  }

  /** A series that was taken out of the tree is taken off its views. */
  @Override
  public void propertyChange(PropertyChangeEvent change) {
    if (change instanceof ObservableEvent event
        && event.getActionCommand() == ObservableEvent.BasicAction.REMOVE
        && event.getNewValue() instanceof DicomSeries series) {
      removeSeries(series);
    }
  }
}
