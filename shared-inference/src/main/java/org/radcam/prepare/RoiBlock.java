package org.radcam.prepare;

import java.util.Arrays;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Keeps a box of a fixed size in millimetres, rounded to whole voxels, whose centre is that of the
 * smallest box around the region of interest: lesions keep their size, and every lesion is in the
 * middle. Where the box reaches beyond the image, the image's smallest value stands.
 *
 * @param widthMm extent along a row
 * @param heightMm extent down a column
 * @param depthMm extent across the slices; an image of one slice stays one
 */
public record RoiBlock(double widthMm, double heightMm, double depthMm) implements PreparationStep {
  static final String KEY = "roi-block";

  /** As many as a network input may have along an axis. */
  private static final int MAX_VOXELS = 4096;

  public RoiBlock {
    if (!(widthMm > 0 && heightMm > 0 && depthMm > 0)) {
      throw new IllegalArgumentException(
          "A block around a region needs extents above 0 mm, got "
              + widthMm
              + ", "
              + heightMm
              + ", "
              + depthMm);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public boolean changesGrid() {
    return true;
  }

  @Override
  public Prepared apply(Prepared image) {
    Geometry from = image.volume().geometry();
    Mask roi = RoiCrop.required(image);
    if (from.unit() != LengthUnit.MILLIMETRE) {
      throw new UserException(
          "'"
              + image.name()
              + "' does not say how large its pixels are, but this model needs millimetres. Set the"
              + " pixel size first (in Fiji: Image > Properties...).");
    }
    Mask.Box box = roi.bounds();
    Vector3 centre =
        from.toIndex(
            roi.geometry()
                .toPatient(
                    box.i() + (box.size().columns() - 1) / 2.0,
                    box.j() + (box.size().rows() - 1) / 2.0,
                    box.k() + (box.size().slices() - 1) / 2.0));
    boolean flat = from.size().slices() == 1;
    int columns = count(image, widthMm / from.spacing().x());
    int rows = count(image, heightMm / from.spacing().y());
    int slices = flat ? 1 : count(image, depthMm / from.spacing().z());
    if ((double) columns * rows * slices > Resample.MAX_VOXELS) {
      throw tooLarge(image);
    }
    Size size = new Size(columns, rows, slices);
    int i = first(centre.x(), size.columns());
    int j = first(centre.y(), size.rows());
    int k = flat ? 0 : first(centre.z(), size.slices());
    return image.after(
        KEY, cut(image, i, j, k, size), Map.of("i", (double) i, "j", (double) j, "k", (double) k));
  }

  private static int count(Prepared image, double voxels) {
    if (voxels > MAX_VOXELS) {
      throw tooLarge(image);
    }
    return Math.max(1, (int) Math.round(voxels));
  }

  private static UserException tooLarge(Prepared image) {
    return new UserException(
        "'"
            + image.name()
            + "' would need too many voxels for the block around the region; its voxel size is"
            + " probably wrong.");
  }

  private static int first(double centre, int count) {
    return (int) Math.round(centre - (count - 1) / 2.0);
  }

  private static Volume cut(Prepared image, int i0, int j0, int k0, Size size) {
    Volume volume = image.volume();
    Size from = volume.size();
    float[] values = new float[size.voxels()];
    Arrays.fill(values, volume.range().low());
    int left = Math.max(0, i0);
    int right = Math.min(from.columns(), i0 + size.columns());
    boolean met = false;
    for (int k = Math.max(0, k0); k < Math.min(from.slices(), k0 + size.slices()); k++) {
      for (int j = Math.max(0, j0); j < Math.min(from.rows(), j0 + size.rows()); j++) {
        if (left < right) {
          met = true;
          System.arraycopy(
              volume.voxels(),
              from.index(left, j, k),
              values,
              size.index(left - i0, j - j0, k - k0),
              right - left);
        }
      }
    }
    if (!met) {
      throw new UserException(
          "The region of interest lies outside '" + image.name() + "'. Draw it on this image.");
    }
    return new Volume(volume.geometry().crop(i0, j0, k0, size), values);
  }
}
