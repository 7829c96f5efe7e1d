package org.radcam.weasis.viewer;

import java.util.List;
import java.util.Map;
import org.radcam.Progress;
import org.radcam.image.SourceImage;
import org.radcam.task.SeriesTraits;

/**
 * A series of images that is open in the viewer. Two are equal if they are the same series.
 *
 * <p>Its images are numbered from 0 in the order in which the viewer first lists them; a number
 * stays that of its image whatever order a view shows them in. A series from which the viewer takes
 * images is closed, and what is left of it another series.
 */
public interface ViewerSeries {

  /** How the user knows it: description, modality and number of images; nothing of the patient. */
  String title();

  /** What tells which role of a task it can play. */
  SeriesTraits traits();

  /**
   * What the header says of acquisition, sex and age: see {@code org.radcam.io.dicom.HeaderWords}.
   */
  Map<String, String> headerWords();

  /** How many images it has now. */
  int images();

  /**
   * How the user knows one of its images: as the viewer counts them now, which may change while
   * others arrive.
   *
   * @param image which, from 0
   */
  default String imageName(int image) {
    return String.valueOf(image + 1);
  }

  /** Whether the viewer still has it. */
  boolean isOpen();

  /**
   * All its images as one volume, sorted by their place in the patient. Slow: never on the event
   * dispatch thread.
   *
   * @throws org.radcam.UserException if its images are not the slices of one regular grid (a gap,
   *     two at one place, gantry tilt ...), if they cannot be read, or the series was closed
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  SeriesImage volume(Progress progress);

  /**
   * One of its images alone, as a volume of one slice. Slow, like {@link #volume}.
   *
   * @param image which, from 0
   */
  SeriesImage slice(int image, Progress progress);

  /** What the user has drawn on its images, of closed shapes. On the event dispatch thread. */
  List<Drawing> drawings();

  /**
   * Regions that segmentations and structure sets of the patient define on it. On the event
   * dispatch thread.
   */
  List<StoredRegion> storedRegions();

  /**
   * An image of a series as the library takes it.
   *
   * @param source its voxels, as stored, and where they are
   * @param slices which of the series' images each slice is; one entry a slice
   */
  record SeriesImage(SourceImage source, List<Integer> slices) {
    public SeriesImage {
      slices = List.copyOf(slices);
      if (slices.size() != source.geometry().size().slices()) {
        throw new IllegalArgumentException("every slice must be one of the series' images");
      }
    }
  }
}
