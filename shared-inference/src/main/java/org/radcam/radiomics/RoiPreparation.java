package org.radcam.radiomics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Makes the two masks of the IBSI's scheme (reference manual, chapter 2): resamples, rounds,
 * filters, re-segments. Refused are, in this order:
 *
 * <ul>
 *   <li>a mask on another grid than the image's,
 *   <li>an empty mask,
 *   <li>a mask that is empty after resampling,
 *   <li>a mask whose voxels have no intensity (NaN), or none inside the re-segmentation range.
 * </ul>
 *
 * <p>The morphological mask keeps all voxels of the region; voxels without a finite intensity,
 * outside the range, or outliers are missing in the intensity mask only. Range and outliers are
 * both judged on the whole region, and a voxel must pass both (IBSI section 2.6.2).
 */
final class RoiPreparation {
  private RoiPreparation() {}

  static RoiGrid prepare(Volume image, Mask roi, RadiomicsSettings settings) {
    if (!image.geometry().sameGridAs(roi.geometry())) {
      throw new UserException(
          "The mask does not lie on the image's grid: the image has "
              + describe(image.geometry())
              + ", the mask "
              + describe(roi.geometry())
              + ". Draw or resample the mask on the image that is to be measured.");
    }
    if (roi.isEmpty()) {
      throw new UserException("The region of interest is empty: no voxel of the mask is set.");
    }
    Volume values = image;
    Mask mask = roi;
    if (settings.resampling().isPresent()) {
      GridChange change =
          new GridChange(image, roi, settings.resampling().get(), settings.filter().isPresent());
      values = change.image();
      mask = change.mask();
      if (mask.isEmpty()) {
        throw new UserException(
            "The region of interest is too small for the voxel size that it is resampled to: no"
                + " voxel is left. Choose smaller voxels.");
      }
    }
    Volume measured = values;
    if (settings.filter().isPresent()) {
      measured = settings.filter().get().apply(values);
    }
    return cut(values, measured, mask, settings);
  }

  private static String describe(Geometry geometry) {
    Vector3 spacing = geometry.spacing();
    String unit = geometry.unit().symbol();
    return geometry.size()
        + " voxels of "
        + (float) spacing.x()
        + " x "
        + (float) spacing.y()
        + " x "
        + (float) spacing.z()
        + " "
        + unit;
  }

  private static RoiGrid cut(Volume image, Volume measured, Mask mask, RadiomicsSettings settings) {
    Mask.Box box = mask.bounds();
    Size size = image.size();
    int columns = box.size().columns() + 2;
    int rows = box.size().rows() + 2;
    int slices = box.size().slices() + 2;
    int count = mask.count();
    int[] shape = new int[count];
    float[] values = new float[count];
    float[] results = new float[count];
    BitSet bits = mask.voxels();
    int n = 0;
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      int i = at % size.columns() - box.i() + 1;
      int j = at / size.columns() % size.rows() - box.j() + 1;
      int k = at / (size.columns() * size.rows()) - box.k() + 1;
      shape[n] = (k * rows + j) * columns + i;
      values[n] = image.voxels()[at];
      results[n++] = measured.voxels()[at];
    }
    int[] kept = keep(values, settings);
    Vector3 spacing = image.geometry().spacing();
    float[] intensities = new float[kept.length];
    for (int index = 0; index < kept.length; index++) {
      intensities[index] = results[kept[index]];
    }
    return new RoiGrid(
        columns,
        rows,
        slices,
        new double[] {spacing.x(), spacing.y(), spacing.z()},
        shape,
        Arrays.stream(kept).map(index -> shape[index]).toArray(),
        intensities,
        measured,
        new int[] {box.i() - 1, box.j() - 1, box.k() - 1});
  }

  /** Which of the region's voxels belong to its intensity mask. */
  private static int[] keep(float[] values, RadiomicsSettings settings) {
    int[] finite =
        IntStream.range(0, values.length).filter(n -> Float.isFinite(values[n])).toArray();
    if (finite.length == 0) {
      throw new UserException(
          "No voxel of the region of interest has an intensity: all are NaN or infinite.");
    }
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    if (settings.range().isPresent()) {
      low = settings.range().get().low();
      high = settings.range().get().high();
    }
    if (settings.outlierSigmas().isPresent()) {
      double mean = Arrays.stream(finite).mapToDouble(n -> values[n]).average().orElseThrow();
      double variance =
          Arrays.stream(finite)
              .mapToDouble(n -> (values[n] - mean) * (values[n] - mean))
              .average()
              .orElseThrow();
      double reach = settings.outlierSigmas().getAsDouble() * Math.sqrt(variance);
      low = Math.max(low, mean - reach);
      high = Math.min(high, mean + reach);
    }
    double least = low;
    double most = high;
    int[] kept =
        Arrays.stream(finite).filter(n -> values[n] >= least && values[n] <= most).toArray();
    if (kept.length == 0) {
      throw new UserException(
          "No voxel of the region of interest has an intensity between "
              + least
              + " and "
              + most
              + ". Check the re-segmentation range and the units of the image.");
    }
    return kept;
  }
}
