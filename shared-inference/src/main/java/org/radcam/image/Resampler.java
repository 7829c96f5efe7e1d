package org.radcam.image;

/**
 * Brings the values of one grid onto another through patient space, by linear interpolation.
 *
 * <ul>
 *   <li>A target voxel whose centre lies inside the source grid's outer edges gets the interpolated
 *       value; in the outermost half voxel the nearest source voxel counts (as in {@code
 *       interpolate(mode="bilinear", align_corners=False)} of PyTorch).
 *   <li>A target voxel outside those edges gets {@code outside}.
 *   <li>Along an axis where the source has a single voxel, its value holds over its whole extent.
 * </ul>
 *
 * <p>There is no low-pass filter here: to make an image smaller use {@link Resizer}.
 */
public final class Resampler {
  /** Slack at the outer edge, in voxels: rounding must not turn an edge voxel into an outside. */
  private static final double EDGE = 1e-6;

  private Resampler() {}

  /**
   * The values of {@code source} at the voxel centres of {@code target}.
   *
   * @param outside value for voxels that {@code source} does not cover, often {@link Float#NaN}
   */
  public static Volume linear(Volume source, Geometry target, float outside) {
    return linear(source, target, source.geometry(), outside);
  }

  /**
   * The same for a source whose values stand for more, or less, than its grid covers: where {@code
   * covered} reaches beyond the source's outermost voxel centres, the nearest voxel counts.
   *
   * @param covered the voxels of {@code target} with their centres inside its outer edges get a
   *     value
   * @param outside value for all others
   */
  public static Volume linear(Volume source, Geometry target, Geometry covered, float outside) {
    float[] values = new float[target.size().voxels()];
    Lookup lookup = Lookup.of(source, target, covered, outside);
    for (int k = 0; k < target.size().slices(); k++) {
      lookup.fill(k, values, k * target.size().columns() * target.size().rows());
    }
    return new Volume(target, values);
  }

  /**
   * One slice of what {@link #linear(Volume, Geometry, Geometry, float)} gives, to the bit, without
   * the others: for hosts that show a large volume slice by slice.
   *
   * @param slice of the target, from 0
   */
  public static float[] slice(
      Volume source, Geometry target, Geometry covered, float outside, int slice) {
    float[] values = new float[target.size().columns() * target.size().rows()];
    Lookup.of(source, target, covered, outside).fill(slice, values, 0);
    return values;
  }

  /** Where the voxels of a target find their values. */
  private record Lookup(
      Volume source, Size target, Size covered, IndexMap to, IndexMap cover, float outside) {
    static Lookup of(Volume source, Geometry target, Geometry covered, float outside) {
      return new Lookup(
          source,
          target.size(),
          covered.size(),
          IndexMap.between(target, source.geometry()),
          IndexMap.between(target, covered),
          outside);
    }

    /** Fills in the values of a slice, the first of them at {@code at}. */
    void fill(int k, float[] values, int at) {
      int next = at;
      for (int j = 0; j < target.rows(); j++) {
        for (int i = 0; i < target.columns(); i++) {
          values[next++] = isCovered(i, j, k) ? value(i, j, k) : outside;
        }
      }
    }

    private boolean isCovered(int i, int j, int k) {
      return inside(cover.x(i, j, k), covered.columns())
          && inside(cover.y(i, j, k), covered.rows())
          && inside(cover.z(i, j, k), covered.slices());
    }

    private float value(int i, int j, int k) {
      return interpolate(
          source.voxels(), source.size(), to.x(i, j, k), to.y(i, j, k), to.z(i, j, k));
    }
  }

  /** From one grid's indices to another's, which is affine: a corner and three steps. */
  private record IndexMap(Vector3 corner, Vector3 stepI, Vector3 stepJ, Vector3 stepK) {
    static IndexMap between(Geometry from, Geometry to) {
      Vector3 corner = to.toIndex(from.toPatient(0, 0, 0));
      return new IndexMap(
          corner,
          to.toIndex(from.toPatient(1, 0, 0)).minus(corner),
          to.toIndex(from.toPatient(0, 1, 0)).minus(corner),
          to.toIndex(from.toPatient(0, 0, 1)).minus(corner));
    }

    double x(int i, int j, int k) {
      return corner.x() + i * stepI.x() + j * stepJ.x() + k * stepK.x();
    }

    double y(int i, int j, int k) {
      return corner.y() + i * stepI.y() + j * stepJ.y() + k * stepK.y();
    }

    double z(int i, int j, int k) {
      return corner.z() + i * stepI.z() + j * stepJ.z() + k * stepK.z();
    }
  }

  private static boolean inside(double index, int count) {
    return index >= -0.5 - EDGE && index <= count - 0.5 + EDGE;
  }

  private static float interpolate(float[] values, Size size, double x, double y, double z) {
    double cx = clamp(x, size.columns() - 1);
    double cy = clamp(y, size.rows() - 1);
    double cz = clamp(z, size.slices() - 1);
    int i0 = (int) cx;
    int j0 = (int) cy;
    int k0 = (int) cz;
    int i1 = Math.min(i0 + 1, size.columns() - 1);
    int j1 = Math.min(j0 + 1, size.rows() - 1);
    int k1 = Math.min(k0 + 1, size.slices() - 1);
    double fx = cx - i0;
    double fy = cy - j0;
    double fz = cz - k0;
    double near = plane(values, size, i0, i1, j0, j1, k0, fx, fy);
    // A weight of zero must not touch its neighbour, which may be NaN.
    return (float)
        (fz == 0 ? near : near + fz * (plane(values, size, i0, i1, j0, j1, k1, fx, fy) - near));
  }

  private static double plane(
      float[] values, Size size, int i0, int i1, int j0, int j1, int k, double fx, double fy) {
    double top = line(values, size.index(i0, j0, k), size.index(i1, j0, k), fx);
    return fy == 0
        ? top
        : top + fy * (line(values, size.index(i0, j1, k), size.index(i1, j1, k), fx) - top);
  }

  private static double line(float[] values, int first, int second, double fraction) {
    double a = values[first];
    return fraction == 0 ? a : a + fraction * (values[second] - a);
  }

  private static double clamp(double index, int last) {
    return Math.max(0, Math.min(last, index));
  }
}
