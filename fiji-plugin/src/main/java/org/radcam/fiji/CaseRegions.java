package org.radcam.fiji;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.UserException;
import org.radcam.fiji.host.OpenImages;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.RegionRequest;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.image.Regions;
import org.radcam.fiji.image.RoiFiles;
import org.radcam.fiji.options.RegionSettings;
import org.radcam.image.ConnectedComponents;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.MaskFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;

/**
 * The regions of interest of a run, on the grid of the reference image.
 *
 * <ul>
 *   <li>Where each lesion is wanted, drawn regions are lesions as {@link Regions} tells them apart,
 *       and the separate parts of a mask are one lesion each, the largest first.
 *   <li>A task that needs no region takes of itself only the active selection.
 *   <li>On a reference image that is a file nothing can be drawn: its region is a file, too.
 *   <li>Refused: no region where the task needs one.
 * </ul>
 */
final class CaseRegions {
  private final Task task;
  private final RegionSettings settings;

  CaseRegions(Task task, RegionSettings settings) {
    this.task = task;
    this.settings = settings;
  }

  /**
   * The regions, all on the whole volume of the reference image.
   *
   * @param grid of that volume
   * @param file the reference image, where it is a file that is not open
   * @throws UserException if there is none where the task needs one, or what was named is none
   */
  List<Region> of(RoleImage reference, Supplier<Geometry> grid, Supplier<SourceImage> file) {
    List<Region> found = found(reference, grid, file);
    if (found.isEmpty() && task.roi() == RoiPolicy.REQUIRED) {
      throw new UserException(
          task.title()
              + " needs a region of interest. Draw one around the lesion on '"
              + reference.name()
              + "', or choose a mask image or a file of regions.");
    }
    return found;
  }

  private List<Region> found(
      RoleImage reference, Supplier<Geometry> grid, Supplier<SourceImage> volume) {
    Optional<Path> file = settings.file().map(CaseRegions::path);
    Optional<ImagePlus> mask = settings.mask().flatMap(OpenImages::find);
    if (settings.mask().isPresent() && mask.isEmpty()) {
      file = settings.mask().map(CaseRegions::maskPath);
    }
    if (reference.open().isEmpty()) {
      return ofFile(reference, volume, file);
    }
    RegionSource source = file.isPresent() ? RegionSource.FILE : source(reference.open().get());
    if (source == RegionSource.NONE) {
      return List.of();
    }
    return Regions.of(
        reference.open().get(),
        grid.get(),
        new RegionRequest(
            source, file, mask, settings.label(), settings.slices(), settings.each()));
  }

  /** A task that needs no region is not given one that the user drew for another purpose. */
  private RegionSource source(ImagePlus reference) {
    if (settings.source() != RegionSource.AUTO || task.roi() == RoiPolicy.REQUIRED) {
      return settings.source();
    }
    return reference.getRoi() == null ? RegionSource.NONE : RegionSource.SELECTION;
  }

  private List<Region> ofFile(
      RoleImage reference, Supplier<SourceImage> volume, Optional<Path> file) {
    if (file.isEmpty()) {
      boolean none =
          settings.source() == RegionSource.NONE || settings.source() == RegionSource.AUTO;
      if (none) {
        return List.of();
      }
      throw new UserException(
          "'"
              + reference.name()
              + "' is a file that is not open, so its region must be a mask file:"
              + " mask=[/path/of/the mask].");
    }
    String name = String.valueOf(file.get().getFileName());
    if (RoiFiles.holdsRegions(file.get())) {
      throw new UserException(
          "The regions of '"
              + name
              + "' need an open image. Open '"
              + reference.name()
              + "' first, or give a mask image.");
    }
    try {
      SourceImage image = volume.get();
      Mask mask = MaskFiles.read(file.get(), image.geometry(), image.placement(), settings.label());
      if (mask.isEmpty()) {
        throw new UserException("The mask '" + name + "' is empty: all of its voxels are 0.");
      }
      return separated(new Region(name, mask, RegionSource.FILE));
    } catch (UnreadableImageException e) {
      throw new UserException("The mask '" + name + "' cannot be read. " + e.getMessage(), e);
    }
  }

  private List<Region> separated(Region whole) {
    if (!settings.each()) {
      return List.of(whole);
    }
    List<Region> lesions = new ArrayList<>();
    for (Mask part : ConnectedComponents.of(whole.mask(), 1)) {
      lesions.add(new Region("lesion " + (lesions.size() + 1), part, whole.source()));
    }
    return lesions;
  }

  private static Path path(String typed) {
    try {
      Path path = Path.of(typed);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // No path, then.
    }
    throw new UserException("There is no file '" + typed + "' (option roifile).");
  }

  private static Path maskPath(String typed) {
    try {
      Path path = Path.of(typed);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // No path, then.
    }
    throw new UserException(
        "The option 'mask' names no open image, and no file either: '" + typed + "'.");
  }
}
