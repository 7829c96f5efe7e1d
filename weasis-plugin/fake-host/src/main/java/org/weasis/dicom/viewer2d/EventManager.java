package org.weasis.dicom.viewer2d;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.KeyEvent;
import javax.swing.BoundedRangeModel;
import org.radcam.weasis.fakehost.FakeView;
import org.weasis.core.api.gui.util.ActionW;
import org.weasis.core.api.gui.util.SliderChangeListener;
import org.weasis.core.api.gui.util.SliderCineListener;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.SeriesViewerEvent;
import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.core.ui.editor.image.ImageViewerPlugin;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;

/** The manager of the test host's 2D viewer: scrolling moves the selected view. */
public class EventManager extends ImageViewerEventManager<DicomImageElement>
    implements ActionListener {
  private static EventManager instance;

  EventManager() {
    action(
        new SliderCineListener(ActionW.SCROLL_SERIES, 1, 2) {
          @Override
          public void stateChanged(BoundedRangeModel range) {
            scroll(range.getValue() - 1);
          }
        });
    action(
        new SliderChangeListener(ActionW.ROTATION, 0, 360) {
          @Override
          public void stateChanged(BoundedRangeModel range) {
            if (getSelectedViewPane() instanceof FakeView view) {
              view.rotate(range.getValue());
            }
          }
        });
  }

  public static synchronized EventManager getInstance() {
    if (instance == null) {
      instance = new EventManager();
    }
    return instance;
  }

  private void scroll(int index) {
    if (getSelectedViewPane() instanceof FakeView view && view.getSeries() != null) {
      DicomImageElement image =
          view.getSeries().getMedia(index, null, view.getCurrentSortComparator());
      if (image != null) {
        view.showImage(image);
        fireSeriesViewerListeners(
            new SeriesViewerEvent(
                getSelectedView2dContainer(),
                view.getSeries(),
                image,
                SeriesViewerEvent.EVENT.SELECT));
      }
    }
  }

  @Override
  protected void viewSelected(ViewCanvas<DicomImageElement> view) {
    updateComponentsListener(view);
  }

  @Override
  public void keyTyped(KeyEvent event) {}

  @Override
  public void keyPressed(KeyEvent event) {}

  @Override
  public void keyReleased(KeyEvent event) {}

  /** Another viewer was selected: as in Weasis its selected view is told. */
  @Override
  public void setSelectedView2dContainer(ImageViewerPlugin<DicomImageElement> container) {
    super.setSelectedView2dContainer(container);
    if (container != null && updateComponentsListener(container.selectedView())) {
      fireSeriesViewerListeners(
          new SeriesViewerEvent(
              container,
              container.selectedView().getSeries(),
              container.selectedView().getImage(),
              SeriesViewerEvent.EVENT.SELECT));
    }
  }

  @Override
  public void actionPerformed(ActionEvent event) {}

  public void resetDisplay() {
    if (getSelectedViewPane() != null) {
      getSelectedViewPane().reset();
    }
  }

  /** Takes limits and number of the scrolling from a view, if it is the selected one. */
  public synchronized boolean updateComponentsListener(ViewCanvas<DicomImageElement> view) {
    if (view == null || view != getSelectedViewPane() || view.getImage() == null) {
      return false;
    }
    getAction(ActionW.SCROLL_SERIES)
        .ifPresent(a -> a.set(1, view.getSeries().size(null), view.getFrameIndex() + 1));
    return true;
  }

  public MediaSeries<DicomImageElement> getSelectedSeries() {
    ViewCanvas<DicomImageElement> view = getSelectedViewPane();
    return view == null ? null : view.getSeries();
  }
}
