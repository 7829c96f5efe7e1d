package org.radcam.fiji;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.host.OpenImages;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.RegionRequest;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.image.Regions;
import org.radcam.fiji.options.RadiomicsOptions;
import org.radcam.fiji.options.RegionSettings;
import org.radcam.image.Geometry;

/** The one region whose features are measured. */
final class RadiomicsRegion {
  private RadiomicsRegion() {}

  /**
   * The region, on the whole volume of the image.
   *
   * @param grid of that volume
   * @throws UserException if there is none, or what was named is none
   */
  static Region of(ImagePlus image, Geometry grid, RadiomicsOptions options) {
    RegionSettings settings = options.region();
    Optional<ImagePlus> mask = settings.mask().flatMap(OpenImages::find);
    Optional<Path> file =
        mask.isPresent()
            ? Optional.empty()
            : settings
                .mask()
                .map(typed -> path("mask", typed))
                .or(() -> settings.file().map(typed -> path("roifile", typed)));
    RegionSource source = file.isPresent() ? RegionSource.FILE : settings.source();
    List<Region> found =
        Regions.of(
            image,
            grid,
            new RegionRequest(source, file, mask, settings.label(), settings.slices(), false));
    if (found.isEmpty()) {
      throw new UserException(
          "Features are those of a region. Draw one on '"
              + image.getTitle()
              + "', or choose a mask image or a file of regions.");
    }
    return found.get(0);
  }

  private static Path path(String option, String typed) {
    try {
      Path path = Path.of(typed);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // No path, then.
    }
    throw new UserException(
        "The option '"
            + option
            + "' names "
            + (option.equals("mask") ? "no open image and no file: '" : "no file: '")
            + typed
            + "'.");
  }
}
