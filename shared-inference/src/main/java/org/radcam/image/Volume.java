package org.radcam.image;

import java.util.Arrays;

/**
 * Voxel values on a grid; a 2D image is a volume of one slice.
 *
 * <p>Values are float in the order column fastest, then row, then slice. The array is shared, not
 * copied: whoever makes a volume gives its array away.
 *
 * @param geometry the grid
 * @param voxels one value a voxel, {@code geometry.size().voxels()} long
 */
public record Volume(Geometry geometry, float[] voxels) {
  public Volume {
    if (voxels.length != geometry.size().voxels()) {
      throw new IllegalArgumentException(
          "A grid of "
              + geometry.size()
              + " needs "
              + geometry.size().voxels()
              + " values, got "
              + voxels.length);
    }
  }

  public static Volume filled(Geometry geometry, float value) {
    float[] voxels = new float[geometry.size().voxels()];
    Arrays.fill(voxels, value);
    return new Volume(geometry, voxels);
  }

  public Size size() {
    return geometry.size();
  }

  public float at(int i, int j, int k) {
    return voxels[size().index(i, j, k)];
  }

  /** A copy of one slice, on that slice's own grid. */
  public Volume slice(int k) {
    int area = size().columns() * size().rows();
    return new Volume(geometry.slice(k), Arrays.copyOfRange(voxels, k * area, (k + 1) * area));
  }

  /** Smallest and largest finite value; both NaN where there is none. */
  public Range range() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : voxels) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low > high ? new Range(Float.NaN, Float.NaN) : new Range(low, high);
  }

  /** Smallest and largest value. */
  public record Range(float low, float high) {}
}
