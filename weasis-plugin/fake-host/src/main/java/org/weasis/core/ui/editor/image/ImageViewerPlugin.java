package org.weasis.core.ui.editor.image;

import java.util.ArrayList;
import java.util.List;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.SeriesViewerEvent;

/** A viewer of images in several views, in the test host. */
public abstract class ImageViewerPlugin<E extends ImageElement> extends ViewerPlugin<E> {
  private final transient ImageViewerEventManager<E> eventManager;
  private final transient List<ViewCanvas<E>> views = new ArrayList<>();
  private transient ViewCanvas<E> selected;

  protected ImageViewerPlugin(ImageViewerEventManager<E> eventManager, String pluginName) {
    super(pluginName);
    this.eventManager = eventManager;
  }

  /** Adds an empty view. */
  protected final void addView(ViewCanvas<E> view) {
    views.add(view);
    add(view.getJComponent());
    if (selected == null) {
      selected = view;
    }
  }

  /** The selected view. */
  public final ViewCanvas<E> selectedView() {
    return selected;
  }

  public List<ViewCanvas<E>> getView2ds() {
    return views;
  }

  public ImageViewerEventManager<E> getEventManager() {
    return eventManager;
  }

  @Override
  public void close() {
    super.close();
    for (ViewCanvas<E> view : List.copyOf(views)) {
      view.setSeries(null);
      view.disposeView();
    }
    views.clear();
    selected = null;
  }

  /** Shows a series in the selected view. */
  @Override
  public void addSeries(MediaSeries<E> series) {
    if (selected != null) {
      selected.setSeries(series);
      setSelectedImagePane(selected);
    }
  }

  @Override
  public void removeSeries(MediaSeries<E> series) {
    for (ViewCanvas<E> view : views) {
      if (series.equals(view.getSeries())) {
        view.setSeries(null);
      }
    }
  }

  @Override
  public List<MediaSeries<E>> getOpenSeries() {
    List<MediaSeries<E>> open = new ArrayList<>();
    for (ViewCanvas<E> view : views) {
      if (view.getSeries() != null) {
        open.add(view.getSeries());
      }
    }
    return open;
  }

  /** Selects a view; a new one is told with its image, and then once more as a view. */
  public void setSelectedImagePane(ViewCanvas<E> view) {
    if (selected != null && selected.getSeries() != null) {
      selected.getSeries().setSelected(false, null);
    }
    if (view != null && view.getSeries() != null) {
      view.getSeries().setSelected(true, view.getImage());
    }
    boolean other = view != null && view != selected;
    if (other) {
      selected.setSelected(false);
      view.setSelected(true);
      selected = view;
      eventManager.viewSelected(view);
    }
    if (other && view.getSeries() != null) {
      fire(view, view.getImage(), SeriesViewerEvent.EVENT.SELECT);
    }
    fire(view, null, SeriesViewerEvent.EVENT.SELECT_VIEW);
  }

  private void fire(ViewCanvas<E> view, E image, SeriesViewerEvent.EVENT event) {
    eventManager.fireSeriesViewerListeners(
        new SeriesViewerEvent(this, view == null ? null : view.getSeries(), image, event));
  }

  public List<ViewCanvas<E>> getImagePanels() {
    return getImagePanels(false);
  }

  /** All views; the selected one last where asked for. */
  public List<ViewCanvas<E>> getImagePanels(boolean selectedLast) {
    List<ViewCanvas<E>> all = new ArrayList<>(views);
    if (selectedLast && all.remove(selected)) {
      all.add(selected);
    }
    return all;
  }

  public Boolean isContainingView(ViewCanvas<?> view) {
    return views.stream().anyMatch(each -> each == view);
  }
}
