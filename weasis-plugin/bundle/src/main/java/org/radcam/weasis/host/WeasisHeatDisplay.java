package org.radcam.weasis.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.weasis.viewer.HeatDisplay;
import org.radcam.weasis.viewer.ViewedImage;
import org.weasis.core.api.gui.util.ActionW;
import org.weasis.core.api.gui.util.Filter;
import org.weasis.core.api.gui.util.SliderCineListener;
import org.weasis.core.api.media.data.Series;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.viewer2d.EventManager;

/** A heat map over every view of every 2D viewer that shows an image of it. */
final class WeasisHeatDisplay implements HeatDisplay {
  /** Key of the filter that leaves images out of a view. */
  private static final String FILTER = "filter_series";

  private final SeriesBook book;
  private final List<HeatOverlay> overlays = new ArrayList<>();
  private Optional<HeatSource> source = Optional.empty();

  WeasisHeatDisplay(SeriesBook book) {
    this.book = book;
  }

  @Override
  public void show(HeatSource heat) {
    source = Optional.of(heat);
    attachTo(OpenViews.all());
    overlays.forEach(HeatOverlay::refresh);
  }

  @Override
  public void clear() {
    source = Optional.empty();
    overlays.forEach(HeatOverlay::detach);
    overlays.clear();
  }

  /** Lays the heat map over views that are new, and takes it off those that are gone. */
  void attachTo(List<ViewCanvas<DicomImageElement>> views) {
    if (source.isEmpty()) {
      return;
    }
    for (HeatOverlay overlay : List.copyOf(overlays)) {
      if (!views.contains(overlay.view())) {
        overlay.detach();
        overlays.remove(overlay);
      }
    }
    for (ViewCanvas<DicomImageElement> view : views) {
      if (overlays.stream().noneMatch(overlay -> overlay.view().equals(view))) {
        HeatOverlay overlay = new HeatOverlay(view, this::over);
        overlays.add(overlay);
        overlay.attach();
      }
    }
  }

  private Optional<HeatPicture> over(ViewCanvas<DicomImageElement> view) {
    return source.flatMap(heat -> book.viewed(view).flatMap(heat::over));
  }

  @Override
  public boolean goTo(ViewedImage image) {
    return SelectedView.get().filter(view -> goTo(view, image)).isPresent();
  }

  private boolean goTo(ViewCanvas<DicomImageElement> view, ViewedImage image) {
    if (!(view.getSeries() instanceof Series<DicomImageElement> series)) {
      return false;
    }
    Optional<Integer> found =
        book.viewed(view)
            .filter(now -> now.series().equals(image.series()))
            .flatMap(now -> book.element(image))
            .map(element -> position(view, series, element))
            .filter(position -> position >= 0);
    found.ifPresent(WeasisHeatDisplay::scrollTo);
    return found.isPresent();
  }

  /** Where an image is in the view's own order; negative where it is left out. */
  @SuppressWarnings("unchecked") // of the images of the series, as the viewer itself takes it
  private static int position(
      ViewCanvas<DicomImageElement> view,
      Series<DicomImageElement> series,
      DicomImageElement element) {
    return series.getImageIndex(
        element,
        (Filter<DicomImageElement>) view.getActionValue(FILTER),
        view.getCurrentSortComparator());
  }

  private static void scrollTo(int position) {
    // The slider counts from 1.
    EventManager.getInstance()
        .getAction(ActionW.SCROLL_SERIES)
        .ifPresent((SliderCineListener scroll) -> scroll.setSliderValue(position + 1));
  }
}
