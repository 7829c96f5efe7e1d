package org.radcam.weasis.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The viewer that the plugin lives in. All methods are called on the event dispatch thread, and
 * return at once.
 */
public interface Viewer {

  /** What the user is looking at; empty where no 2D view with an image is selected. */
  Optional<ViewedImage> selected();

  /** All image series of the selected view's patient, in the order of the viewer's own list. */
  List<ViewerSeries> seriesOfPatient();

  /**
   * Is told, on the event dispatch thread, when the selected view, its image or series, or the
   * drawings may have changed. Several changes at once may be told once.
   *
   * @return ends it when closed
   */
  Subscription listen(Runnable changed);

  /** Where heat maps are shown over images. */
  HeatDisplay heatDisplay();

  /**
   * Adds DICOM files to the viewer, to the patient that they name. The viewer reads them later and
   * keeps reading them while it is open: they must stay where they are.
   */
  void addToPatient(List<Path> files);

  /** Ends what was begun, without an exception. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
