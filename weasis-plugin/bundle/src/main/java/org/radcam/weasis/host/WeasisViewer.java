package org.radcam.weasis.host;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.weasis.viewer.HeatDisplay;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.Viewer;
import org.radcam.weasis.viewer.ViewerSeries;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.explorer.DicomModel;
import org.weasis.dicom.explorer.HangingProtocols.OpeningViewer;
import org.weasis.dicom.explorer.LoadLocalDicom;
import org.weasis.dicom.viewer2d.EventManager;

/**
 * Weasis, as the plugin sees it. On the event dispatch thread.
 *
 * <p>Only views of the 2D viewer count. Weasis's viewer of reformatted images (MPR) selects its
 * views with the same manager, but their series are made for the moment and of no patient of the
 * tree: to the plugin, nothing is selected then.
 */
final class WeasisViewer implements Viewer, AutoCloseable {
  private final SeriesBook book;
  private final WeasisHeatDisplay heat;
  private final ViewChanges changes;

  WeasisViewer(SeriesBook book) {
    this.book = book;
    heat = new WeasisHeatDisplay(book);
    changes = new ViewChanges(heat::attachTo);
  }

  @Override
  public Optional<ViewedImage> selected() {
    return SelectedView.get().flatMap(book::viewed);
  }

  /**
   * Series of images that have one at least. Segmentations, structure sets, presentation states and
   * reports have none. None where the selected series has just been taken out of Weasis' tree.
   */
  @Override
  public List<ViewerSeries> seriesOfPatient() {
    Optional<MediaSeries<DicomImageElement>> shown = SelectedView.get().map(ViewCanvas::getSeries);
    Optional<DicomModel> model = model();
    if (shown.isEmpty() || model.isEmpty()) {
      return List.of();
    }
    MediaSeriesGroup patient = model.get().getParent(shown.get(), DicomModel.patient);
    if (patient == null) {
      return List.of();
    }
    List<ViewerSeries> all = new ArrayList<>();
    for (MediaSeriesGroup study : model.get().getChildren(patient)) {
      for (MediaSeriesGroup group : model.get().getChildren(study)) {
        if (group instanceof DicomSeries series
            && !DicomModel.isHiddenModality(series)
            && series.size(null) > 0) {
          all.add(book.series(series));
        }
      }
    }
    return all;
  }

  /** Also where reformatted images are selected: it is the same tree. */
  private static Optional<DicomModel> model() {
    return Optional.ofNullable(EventManager.getInstance().getSelectedViewPane())
        .map(ViewCanvas::getSeries)
        .map(series -> series.getTagValue(TagW.ExplorerModel))
        .filter(DicomModel.class::isInstance)
        .map(DicomModel.class::cast);
  }

  @Override
  public Subscription listen(Runnable changed) {
    return changes.listen(changed);
  }

  @Override
  public HeatDisplay heatDisplay() {
    return heat;
  }

  /**
   * @throws UserException if no image is open, so that Weasis has no patient to add them to
   */
  @Override
  public void addToPatient(List<Path> files) {
    DicomModel model =
        model()
            .orElseThrow(
                () ->
                    new UserException(
                        "No image of the patient is open. Open one, and add the result again."));
    File[] all = files.stream().map(Path::toFile).toArray(File[]::new);
    DicomModel.LOADING_EXECUTOR.execute(new LoadLocalDicom(all, false, model, OpeningViewer.NONE));
  }

  /** Leaves Weasis as if it had never been there. */
  @Override
  public void close() {
    changes.close();
    heat.clear();
  }
}
