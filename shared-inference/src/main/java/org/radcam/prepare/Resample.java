package org.radcam.prepare;

import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Resizer;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * Brings the image to voxels of a given size in millimetres, keeping its outer edges: the number of
 * voxels is rounded to the nearest whole one, so the spacing that results may differ by a little;
 * it is recorded.
 *
 * @param i spacing along a row; {@code j} and {@code k} likewise. Zero keeps that axis as it is.
 */
public record Resample(double i, double j, double k) implements PreparationStep {
  static final String KEY = "resample";

  /** Four times the largest clinical CT, and 1 GiB of floats. */
  static final long MAX_VOXELS = 1L << 28;

  public Resample {
    if (!(i >= 0 && j >= 0 && k >= 0 && i + j + k > 0)) {
      throw new IllegalArgumentException(
          "Resampling needs a spacing in mm, got " + i + ", " + j + ", " + k);
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
    if (from.unit() != LengthUnit.MILLIMETRE) {
      throw new UserException(
          "'"
              + image.name()
              + "' does not say how large its pixels are, but this model needs millimetres. Set the"
              + " pixel size first (in Fiji: Image > Properties...).");
    }
    long columns = count(from.size().columns(), from.spacing().x(), i);
    long rows = count(from.size().rows(), from.spacing().y(), j);
    long slices = count(from.size().slices(), from.spacing().z(), k);
    if ((double) columns * rows * slices > MAX_VOXELS) {
      throw new UserException(
          "'"
              + image.name()
              + "' would need "
              + columns
              + " x "
              + rows
              + " x "
              + slices
              + " voxels at this model's spacing; its pixel size is probably wrong.");
    }
    Volume result =
        Resizer.resize(image.volume(), new Size((int) columns, (int) rows, (int) slices));
    Geometry to = result.geometry();
    return image.after(
        KEY, result, Map.of("i", to.spacing().x(), "j", to.spacing().y(), "k", to.spacing().z()));
  }

  private static long count(int voxels, double spacing, double wanted) {
    return wanted == 0 ? voxels : Math.max(1, Math.round(voxels * spacing / wanted));
  }
}
