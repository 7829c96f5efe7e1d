package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.UserException;
import org.radcam.image.ConnectedComponents;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.io.MaskFiles;
import org.radcam.io.UnreadableImageException;

/**
 * The regions of interest that a user means, on the whole volume of an image.
 *
 * <ul>
 *   <li>The active selection counts on the slices that are asked for.
 *   <li>An overlay's areas count on their slices, or on every slice where they belong to none;
 *       texts, arrows and RadCAM's own heat maps are passed over.
 *   <li>Regions of the ROI Manager and of files count on their slices; those that belong to none
 *       count where a selection would. One without an inside is refused.
 *   <li>A mask must be on the image's grid; {@link MaskFiles} has the rules.
 *   <li>Refused: a region without a pixel of the image, and a source without a region.
 *   <li>Which regions are one lesion, {@link DrawnLesions} says; a selection is one, whatever its
 *       shape; the lesions of a mask are its {@link ConnectedComponents}, the largest first.
 * </ul>
 */
public final class Regions {
  private final ImagePlus reference;
  private final Geometry grid;
  private final RegionRequest request;

  private Regions(ImagePlus reference, Geometry grid, RegionRequest request) {
    this.reference = reference;
    this.grid = grid;
    this.request = request;
  }

  /**
   * The regions of a request, all on the given grid.
   *
   * @param reference the image that they were drawn on
   * @param grid of its whole volume
   * @return one region, or one for each lesion; none where none is asked for, or where {@link
   *     RegionSource#AUTO} finds none
   * @throws UserException in the user's words, where what was asked for is not there
   */
  public static List<Region> of(ImagePlus reference, Geometry grid, RegionRequest request) {
    return new Regions(reference, grid, request).of(request.source());
  }

  private List<Region> of(RegionSource source) {
    return switch (source) {
      case NONE -> List.of();
      case AUTO -> of(firstThere());
      case SELECTION -> selection();
      case OVERLAY -> drawn(source, overlay(), "the overlay", SliceRange.ALL);
      case MANAGER -> managed();
      case FILE -> file(request.file().orElseThrow());
      case MASK -> mask(request.mask().orElseThrow());
    };
  }

  /**
   * The first that holds an area. Where none does, a selection without an inside is refused rather
   * than passed over.
   */
  private RegionSource firstThere() {
    Roi selected = reference.getRoi();
    if (selected != null && RoiMask.isArea(selected)) {
      return RegionSource.SELECTION;
    }
    if (!overlay().isEmpty()) {
      return RegionSource.OVERLAY;
    }
    List<Roi> managed = manager();
    if (selected != null && managed.stream().noneMatch(RoiMask::isArea)) {
      return RegionSource.SELECTION;
    }
    return managed.isEmpty() ? RegionSource.NONE : RegionSource.MANAGER;
  }

  private List<Region> selection() {
    // Refuses what has no inside, or is outside, in words of the selection.
    if (RoiMask.of(reference, grid.slice(0)).isEmpty()) {
      throw new UserException(
          "Nothing is selected on '" + reference.getTitle() + "'. Draw an area.");
    }
    Roi roi = (Roi) reference.getRoi().clone();
    roi.setPosition(0);
    return drawn(RegionSource.SELECTION, List.of(roi), "the selection", request.slices());
  }

  private List<Roi> overlay() {
    Overlay overlay = reference.getOverlay();
    return overlay == null
        ? List.of()
        : Arrays.stream(overlay.toArray()).filter(RoiMask::isArea).toList();
  }

  private List<Region> managed() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new UserException(
          "Without a screen there is no ROI Manager: save its regions to a file (More >> Save...),"
              + " and name that file.");
    }
    return drawn(RegionSource.MANAGER, manager(), "the ROI Manager", request.slices());
  }

  /** The manager's regions; none where no manager is open, as without a screen. */
  private static List<Roi> manager() {
    if (GraphicsEnvironment.isHeadless()) {
      // In batch mode ImageJ would make one, which fails without a screen.
      return List.of();
    }
    RoiManager manager = RoiManager.getInstance();
    return manager == null ? List.of() : List.of(manager.getSelectedRoisAsArray());
  }

  private List<Region> drawn(
      RegionSource source, List<Roi> rois, String where, SliceRange everywhere) {
    if (rois.isEmpty()) {
      throw new UserException(
          "There is no area in "
              + where
              + (source == RegionSource.OVERLAY ? " of '" + reference.getTitle() + "'" : "")
              + ". Draw one around the lesion first.");
    }
    List<DrawnRegion> regions =
        rois.stream().map(roi -> DrawnRegion.of(reference, roi, where, everywhere)).toList();
    return request.each()
        ? DrawnLesions.each(regions, grid, source)
        : List.of(DrawnLesions.together(regions, grid, source, source.word()));
  }

  private List<Region> file(Path file) {
    String name = String.valueOf(file.getFileName());
    if (RoiFiles.holdsRegions(file)) {
      if (!request.label().isAll()) {
        throw new UserException(
            "'" + name + "' holds ImageJ's regions, which have no labels: leave out 'label'.");
      }
      return drawn(RegionSource.FILE, RoiFiles.read(file), "'" + name + "'", request.slices());
    }
    try {
      Placement placement = VolumeAdapter.placement(reference);
      return masked(
          RegionSource.FILE, name, MaskFiles.read(file, grid, placement, request.label()));
    } catch (UnreadableImageException e) {
      throw new UserException(
          "The region of interest '" + name + "' cannot be read. " + e.getMessage(), e);
    }
  }

  private List<Region> mask(ImagePlus mask) {
    if (mask == reference) {
      throw new UserException(
          "'" + mask.getTitle() + "' is the image itself. Choose its mask, another open image.");
    }
    SourceImage image = VolumeAdapter.volume(mask);
    boolean placed = image.placement().known() && VolumeAdapter.isPlaced(reference);
    return masked(
        RegionSource.MASK, mask.getTitle(), MaskFiles.of(image, placed, grid, request.label()));
  }

  private List<Region> masked(RegionSource source, String name, Mask mask) {
    if (mask.isEmpty()) {
      throw new UserException(
          "The mask '" + name + "' is empty: all of its voxels are 0. Choose another.");
    }
    if (!request.each()) {
      return List.of(new Region(name, mask, source));
    }
    List<Region> lesions = new ArrayList<>();
    for (Mask part : ConnectedComponents.of(mask, 1)) {
      lesions.add(new Region("lesion " + (lesions.size() + 1), part, source));
    }
    return lesions;
  }
}
