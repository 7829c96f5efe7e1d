package org.radcam.radiomics;

import java.util.ArrayList;
import java.util.List;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * Local and global intensity peak, in 3D (IBSI section 3.2, 9ST6): the mean of the image within a
 * sphere of 1 cubic centimetre around the voxel of the largest intensity, and the largest such mean
 * around any voxel of the intensity mask. The sphere looks beyond the region, but not beyond the
 * image; voxels without a finite intensity do not count.
 */
final class LocalIntensityFeatures {
  /** Radius of a sphere of 1 cubic centimetre. */
  static final double RADIUS_MM = 10 * Math.cbrt(3 / (4 * Math.PI));

  private final RoiGrid roi;
  private final Size size;
  private final double[] sums;
  private final int[] counts;
  private final int[] low;
  private final int columns;
  private final int rows;
  private final int slices;
  private final List<Row> sphere;

  /** A row of the sphere: where it lies, and how far it reaches to both sides. */
  private record Row(int j, int k, int reach) {}

  private LocalIntensityFeatures(RoiGrid roi) {
    this.roi = roi;
    this.size = roi.context().size();
    int[] reach = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      reach[axis] = (int) Math.floor(RADIUS_MM / roi.spacing()[axis]);
    }
    this.sphere = sphere(roi.spacing(), reach);
    int[] offset = roi.contextOffset();
    this.low =
        new int[] {
          Math.max(0, offset[0] - reach[0]),
          Math.max(0, offset[1] - reach[1]),
          Math.max(0, offset[2] - reach[2])
        };
    this.columns = Math.min(size.columns(), offset[0] + roi.columns() + reach[0]) - low[0];
    this.rows = Math.min(size.rows(), offset[1] + roi.rows() + reach[1]) - low[1];
    this.slices = Math.min(size.slices(), offset[2] + roi.slices() + reach[2]) - low[2];
    this.sums = new double[(columns + 1) * rows * slices];
    this.counts = new int[sums.length];
    accumulate(roi.context());
  }

  static void measure(RoiGrid roi, FeatureList out) {
    float[] intensities = roi.intensities();
    float largest = Float.NEGATIVE_INFINITY;
    for (float intensity : intensities) {
      largest = Math.max(largest, intensity);
    }
    LocalIntensityFeatures peaks = new LocalIntensityFeatures(roi);
    double local = Double.NEGATIVE_INFINITY;
    double global = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < intensities.length; n++) {
      double mean = peaks.mean(roi.voxels()[n]);
      global = Math.max(global, mean);
      if (intensities[n] == largest) {
        local = Math.max(local, mean);
      }
    }
    out.add("loc_peak_loc", "Local intensity peak", local);
    out.add("loc_peak_glob", "Global intensity peak", global);
  }

  private static List<Row> sphere(double[] spacing, int[] reach) {
    List<Row> rows = new ArrayList<>();
    for (int k = -reach[2]; k <= reach[2]; k++) {
      for (int j = -reach[1]; j <= reach[1]; j++) {
        double y = j * spacing[1];
        double z = k * spacing[2];
        double rest = RADIUS_MM * RADIUS_MM - y * y - z * z;
        if (rest >= 0) {
          rows.add(new Row(j, k, (int) Math.floor(Math.sqrt(rest) / spacing[0])));
        }
      }
    }
    return rows;
  }

  /** Running sums along the rows, so that a row of the sphere costs one subtraction. */
  private void accumulate(Volume image) {
    int at = 0;
    for (int k = 0; k < slices; k++) {
      for (int j = 0; j < rows; j++) {
        int from = size.index(low[0], low[1] + j, low[2] + k);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < columns; i++) {
          float value = image.voxels()[from + i];
          if (Float.isFinite(value)) {
            sum += value;
            count++;
          }
          sums[at + i + 1] = sum;
          counts[at + i + 1] = count;
        }
        at += columns + 1;
      }
    }
  }

  private double mean(int voxel) {
    int i = roi.column(voxel) + roi.contextOffset()[0] - low[0];
    int j = roi.row(voxel) + roi.contextOffset()[1] - low[1];
    int k = roi.slice(voxel) + roi.contextOffset()[2] - low[2];
    double sum = 0;
    int count = 0;
    for (Row row : sphere) {
      int y = j + row.j();
      int z = k + row.k();
      if (y >= 0 && y < rows && z >= 0 && z < slices) {
        int start = (z * rows + y) * (columns + 1);
        int from = start + Math.max(0, i - row.reach());
        int to = start + Math.min(columns, i + row.reach() + 1);
        sum += sums[to] - sums[from];
        count += counts[to] - counts[from];
      }
    }
    return sum / count;
  }
}
