package org.radcam.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.dicom.RegionFile;
import org.radcam.io.format.ImageFormatException;

/**
 * Reads a region of interest that was drawn on an image, from any file that {@link ImageFiles}
 * reads.
 *
 * <ul>
 *   <li>Voxels that are not 0 are inside, or those of one label.
 *   <li>A file that says where it lies (NIfTI, NRRD, DICOM) must have the voxels of an image that
 *       does so too; its axes may be in another order or run the other way, which loses nothing. It
 *       is never resampled.
 *   <li>Where either does not say where it lies (PNG, TIFF and other pictures, a NIfTI file without
 *       sform and qform), the numbers of columns, rows and slices must agree, and, where both know
 *       it, the size of voxels.
 *   <li>Refused: colours, for which of them is meant cannot be known; fractions, for a map of
 *       probabilities needs a threshold; JPEG, whose compression frays a region's edge.
 *   <li>A DICOM RT Structure Set or segmentation is read as {@link RegionFile} says; the label is
 *       the region's ROI Number or Segment Number, or its name. These alone may be of another grid,
 *       if they name the image's frame of reference.
 *   <li>A mask without a voxel inside is read as that; a label that is absent while others are
 *       there is refused.
 * </ul>
 */
public final class MaskFiles {
  private static final int MOST_LABELS = 20;

  private MaskFiles() {}

  /**
   * The voxels that are not 0.
   *
   * @param image that the mask was drawn on
   * @throws UnreadableImageException where the file cannot be read
   * @throws UserException where it is no mask, or one of another grid, saying what differs
   */
  public static Mask read(Path file, SourceImage image) throws UnreadableImageException {
    return read(file, image.geometry(), image.placement(), RegionLabel.ALL);
  }

  /** The same for the grid of an image; one in millimetres is taken to know its place. */
  public static Mask read(Path file, Geometry grid) throws UnreadableImageException {
    return read(file, grid, placement(grid), RegionLabel.ALL);
  }

  /**
   * The voxels of one label.
   *
   * @param grid of the image that the mask was drawn on
   * @param label their value
   * @throws UnreadableImageException where the file cannot be read
   * @throws UserException where it is no mask, one of another grid, or one without this label
   */
  public static Mask read(Path file, Geometry grid, int label) throws UnreadableImageException {
    return read(file, grid, placement(grid), RegionLabel.of(label));
  }

  private static Placement placement(Geometry grid) {
    return grid.unit() == LengthUnit.MILLIMETRE ? Placement.KNOWN : Placement.UNKNOWN;
  }

  /**
   * The voxels of one label, or all that are not 0.
   *
   * @param grid of the image that the mask was drawn on
   * @param placement whether that grid is a place in the patient, and in which frame of reference
   * @param label which of the file's regions is meant
   * @throws UnreadableImageException where the file cannot be read
   * @throws UserException where it is no mask, one of another grid, or one without this label
   */
  public static Mask read(Path file, Geometry grid, Placement placement, RegionLabel label)
      throws UnreadableImageException {
    FileKind kind = ImageFiles.kind(file);
    if (kind == FileKind.JPEG) {
      throw refused(
          String.valueOf(file.getFileName()),
          "is a JPEG, whose compression frays the edge: save it as PNG, TIFF or NIfTI.");
    }
    if (kind == FileKind.DICOM && !Files.isDirectory(file)) {
      Optional<RegionFile> regions = regions(file);
      if (regions.isPresent()) {
        return region(String.valueOf(file.getFileName()), regions.get(), grid, placement, label);
      }
    }
    SourceImage mask = ImageFiles.read(file);
    return of(mask, placement.known() && mask.placement().known(), grid, label);
  }

  private static Optional<RegionFile> regions(Path file) throws UnreadableImageException {
    try {
      return RegionFile.of(FileBytes.read(file));
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    }
  }

  private static Mask region(
      String name, RegionFile regions, Geometry grid, Placement placement, RegionLabel label) {
    try {
      return regions.read(
          grid,
          placement,
          label.name().isEmpty() ? label.number() : OptionalInt.of(regions.numberOf(label.name())));
    } catch (ImageFormatException e) {
      throw refused(name, "cannot be used. " + e.getMessage());
    }
  }

  /**
   * The voxels of a mask that has been read, or that a host program holds.
   *
   * @param image the mask, whose name stands in messages
   * @param placed whether both it and the grid say where they lie
   * @param grid of the image that the mask was drawn on
   * @param label the value of the voxels that are meant, or all that are not 0
   * @throws UserException where it is no mask, one of another grid, or one without this label
   */
  public static Mask of(SourceImage image, boolean placed, Geometry grid, RegionLabel label) {
    String name = image.name();
    if (!label.name().isEmpty()) {
      throw refused(
          name,
          "has no names for its regions, so that '"
              + label.name()
              + "' cannot be found in it: give the value of the voxels that are meant.");
    }
    if (image.traits().colour()) {
      throw refused(name, "is in colours: save it in grey, with 0 outside.");
    }
    Optional<SameVoxels> voxels =
        placed ? SameVoxels.of(grid, image.geometry()) : sameShape(grid, image.geometry());
    if (voxels.isEmpty()) {
      throw refused(name, "is not on the image's grid: " + difference(image.geometry(), grid));
    }
    return new Mask(grid, inside(image, voxels.get(), grid.size(), label.number()));
  }

  private static Optional<SameVoxels> sameShape(Geometry grid, Geometry mask) {
    return grid.sameShapeAs(mask)
        ? SameVoxels.of(Geometry.uncalibrated(grid.size()), Geometry.uncalibrated(mask.size()))
        : Optional.empty();
  }

  private static BitSet inside(SourceImage image, SameVoxels voxels, Size size, OptionalInt label) {
    float[] values = image.volume().voxels();
    ImageTraits traits = image.traits();
    BitSet inside = new BitSet(size.voxels());
    TreeSet<Integer> labels = new TreeSet<>();
    int at = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++, at++) {
          double value =
              traits.rescaleSlope() * values[voxels.index(i, j, k)] + traits.rescaleIntercept();
          if (value == 0 || Double.isNaN(value)) {
            continue;
          }
          if (value != Math.rint(value)) {
            throw refused(
                image.name(),
                "holds fractions ("
                    + value
                    + "), as a map of probabilities does: make it 0 outside and 1 inside.");
          }
          if (label.isEmpty() || value == label.getAsInt()) {
            inside.set(at);
          }
          if (labels.size() <= MOST_LABELS) {
            labels.add((int) value);
          }
        }
      }
    }
    if (inside.isEmpty() && !labels.isEmpty()) {
      throw refused(
          image.name(),
          "holds no voxel of the label " + label.getAsInt() + "; its labels are " + labels);
    }
    return inside;
  }

  private static String difference(Geometry mask, Geometry grid) {
    if (!mask.size().equals(grid.size())) {
      return "it has " + mask.size() + " voxels, and the image " + grid.size() + ".";
    }
    if (!grid.sameSpacingAs(mask)) {
      return "its voxels are "
          + words(mask.spacing())
          + " mm, and the image's "
          + words(grid.spacing())
          + " mm.";
    }
    return "its first voxel is at "
        + words(mask.origin())
        + " mm, and the image's at "
        + words(grid.origin())
        + " mm, or their axes point another way. Resample it to the image first, by the nearest"
        + " neighbour.";
  }

  private static String words(Vector3 vector) {
    return String.format(Locale.ROOT, "(%.6g, %.6g, %.6g)", vector.x(), vector.y(), vector.z());
  }

  private static UserException refused(String name, String why) {
    return new UserException("The mask '" + name + "' " + why);
  }
}
