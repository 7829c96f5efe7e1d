package org.radcam.radiomics;

import java.util.BitSet;
import java.util.Locale;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Resampler;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Image and mask on a new grid, as far around the mask as features look.
 *
 * <p>The new grid has ceil(n s / s') voxels along an axis of n voxels of size s (IBSI 026Q), its
 * centre is the old one's (QCY4), and voxels beyond the outermost centres repeat the outermost
 * ones.
 */
final class GridChange {
  /**
   * Floats of a mask interpolated to exactly the wanted part may fall short by rounding (IBSI
   * section 5.2.1 warns of 0.4999... for 0.5).
   */
  private static final double ROUNDING = 1e-6;

  /** Half a gigabyte of intensities. */
  private static final double MAX_VOXELS = 1 << 27;

  private final Resampling resampling;
  private final Volume image;
  private final Mask mask;

  /**
   * Resamples.
   *
   * @param whole whether all of the new grid is computed, as a filter needs it, and not only what
   *     lies around the mask
   */
  GridChange(Volume source, Mask roi, Resampling resampling, boolean whole) {
    this.resampling = resampling;
    Geometry grid = centred(source.geometry());
    Geometry target = whole ? grid : aroundMask(grid, roi);
    this.image = interpolate(source, target);
    this.mask = interpolate(roi, target);
  }

  Volume image() {
    return image;
  }

  Mask mask() {
    return mask;
  }

  private Geometry centred(Geometry old) {
    Vector3 spacing =
        new Vector3(
            resampling.spacingI() == 0 ? old.spacing().x() : resampling.spacingI(),
            resampling.spacingJ() == 0 ? old.spacing().y() : resampling.spacingJ(),
            resampling.spacingK() == 0 ? old.spacing().z() : resampling.spacingK());
    int columns = count(old.size().columns(), old.spacing().x(), spacing.x());
    int rows = count(old.size().rows(), old.spacing().y(), spacing.y());
    int slices = count(old.size().slices(), old.spacing().z(), spacing.z());
    double voxels = (double) columns * rows * slices;
    if (voxels > MAX_VOXELS) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "Resampled to voxels of %s x %s x %s %s the image would have %.3g million voxels; at"
                  + " most %.0f million are possible. Choose larger voxels.",
              spacing.x(),
              spacing.y(),
              spacing.z(),
              old.unit().symbol(),
              voxels / 1e6,
              MAX_VOXELS / 1e6));
    }
    Size size = new Size(columns, rows, slices);
    Vector3 origin =
        old.toPatient(
            first(old.size().columns(), size.columns(), spacing.x() / old.spacing().x()),
            first(old.size().rows(), size.rows(), spacing.y() / old.spacing().y()),
            first(old.size().slices(), size.slices(), spacing.z() / old.spacing().z()));
    return new Geometry(size, spacing, origin, old.direction(), old.unit());
  }

  /** A quotient that is whole but for rounding stays what it is. */
  private static int count(int voxels, double old, double spacing) {
    return Math.max(1, (int) Math.ceil(voxels * old / spacing - 1e-9));
  }

  private static double first(int oldCount, int newCount, double ratio) {
    return 0.5 * (oldCount - 1 - ratio * (newCount - 1));
  }

  private static Geometry aroundMask(Geometry grid, Mask roi) {
    Mask.Box box = roi.bounds();
    Geometry old = roi.geometry();
    Vector3 low = grid.toIndex(old.toPatient(box.i() - 1, box.j() - 1, box.k() - 1));
    Vector3 high =
        grid.toIndex(
            old.toPatient(
                box.i() + box.size().columns(),
                box.j() + box.size().rows(),
                box.k() + box.size().slices()));
    Vector3 spacing = grid.spacing();
    int[] i = span(low.x(), high.x(), spacing.x(), grid.size().columns());
    int[] j = span(low.y(), high.y(), spacing.y(), grid.size().rows());
    int[] k = span(low.z(), high.z(), spacing.z(), grid.size().slices());
    return grid.crop(i[0], j[0], k[0], new Size(i[1], j[1], k[1]));
  }

  /** First voxel and number of voxels, wide enough for the spheres of the local features. */
  private static int[] span(double low, double high, double spacing, int count) {
    int reach = (int) Math.ceil(LocalIntensityFeatures.RADIUS_MM / spacing) + 1;
    int first = Math.max(0, Math.min(count - 1, (int) Math.floor(low) - reach));
    int last = Math.min(count - 1, Math.max(first, (int) Math.ceil(high) + reach));
    return new int[] {first, last - first + 1};
  }

  private Volume interpolate(Volume source, Geometry target) {
    Volume values =
        switch (resampling.interpolation()) {
          case LINEAR -> Resampler.linear(source, target, Float.NaN);
          case CUBIC -> CubicSpline.resample(source, target);
        };
    if (resampling.rounding()) {
      float[] voxels = values.voxels();
      for (int n = 0; n < voxels.length; n++) {
        voxels[n] = (float) Math.rint(voxels[n]);
      }
    }
    return values;
  }

  private Mask interpolate(Mask roi, Geometry target) {
    float[] parts = new float[roi.geometry().size().voxels()];
    roi.voxels().stream().forEach(voxel -> parts[voxel] = 1);
    Volume onTarget = Resampler.linear(new Volume(roi.geometry(), parts), target, 0);
    BitSet voxels = new BitSet();
    for (int n = 0; n < onTarget.voxels().length; n++) {
      if (onTarget.voxels()[n] >= resampling.partialVolume() - ROUNDING) {
        voxels.set(n);
      }
    }
    return new Mask(target, voxels);
  }
}
