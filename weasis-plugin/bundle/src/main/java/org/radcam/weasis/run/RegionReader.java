package org.radcam.weasis.run;

import java.util.Optional;
import org.radcam.image.Mask;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/** How the user's region becomes a mask on an image's grid. */
@FunctionalInterface
interface RegionReader {
  /**
   * The mask.
   *
   * @param reference the image, its slices known by the series' images
   * @return empty where there is no region
   * @throws org.radcam.UserException if the region does not lie on that image, or cannot be read
   */
  Optional<Mask> mask(RegionChoice choice, SeriesImage reference);
}
