package org.radcam.radiomics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The smallest box around a convex hull that has one side flush with a face of the hull (IBSI
 * ZH1A). The smallest box of all need not (O'Rourke, Int J Comput Inf Sci 1985;14:183), but is
 * rarely much smaller; the IBSI has no reference values for either.
 */
final class OrientedBox {
  private OrientedBox() {}

  /** The three extents of the box. */
  static double[] extents(Hull hull) {
    double[] best = hull.extent();
    double least = best[0] * best[1] * best[2];
    Set<String> tried = new HashSet<>();
    for (int[] triangle : hull.triangles()) {
      double[] normal = Vectors.unit(hull.normal(triangle));
      if (!tried.add(key(normal))) {
        continue;
      }
      double[] u =
          Vectors.unit(Vectors.minus(hull.vertices()[triangle[1]], hull.vertices()[triangle[0]]));
      double[] extents = box(hull, normal, u);
      double volume = extents[0] * extents[1] * extents[2];
      if (volume < least) {
        least = volume;
        best = extents;
      }
    }
    return best;
  }

  /** The same for the triangles of one plane and of the plane across from it. */
  private static String key(double[] normal) {
    long[] rounded = new long[3];
    int sign = 0;
    for (int axis = 0; axis < 3; axis++) {
      rounded[axis] = Math.round(normal[axis] * 1e9);
      sign = sign == 0 ? Long.signum(rounded[axis]) : sign;
    }
    return rounded[0] * sign + " " + rounded[1] * sign + " " + rounded[2] * sign;
  }

  private static double[] box(Hull hull, double[] normal, double[] u) {
    double[] v = Vectors.cross(normal, u);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double[][] flat = new double[hull.vertices().length][];
    for (int n = 0; n < flat.length; n++) {
      double[] p = hull.vertices()[n];
      double height = Vectors.dot(p, normal);
      low = Math.min(low, height);
      high = Math.max(high, height);
      flat[n] = new double[] {Vectors.dot(p, u), Vectors.dot(p, v)};
    }
    double[] rectangle = smallestRectangle(outline(flat));
    return new double[] {high - low, rectangle[0], rectangle[1]};
  }

  /** The convex outline of points in a plane (Andrew, Inf Process Lett 1979;9:216). */
  private static double[][] outline(double[][] points) {
    Arrays.sort(
        points, (a, b) -> a[0] == b[0] ? Double.compare(a[1], b[1]) : Double.compare(a[0], b[0]));
    double[][] outline = new double[2 * points.length][];
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
      int start = count + 1;
      for (int n = 0; n < points.length; n++) {
        double[] p = points[pass == 0 ? n : points.length - 1 - n];
        while (count > start && turn(outline[count - 2], outline[count - 1], p) <= 0) {
          count--;
        }
        outline[count++] = p;
      }
      // The last point of a pass is the first of the next.
      count--;
    }
    return Arrays.copyOf(outline, count);
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  /** The smallest rectangle around an outline has a side flush with one of its edges. */
  private static double[] smallestRectangle(double[][] outline) {
    double[] best = {Double.POSITIVE_INFINITY, 1};
    for (int n = 0; n < outline.length; n++) {
      double[] a = outline[n];
      double[] b = outline[(n + 1) % outline.length];
      double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (length == 0) {
        continue;
      }
      double cos = (b[0] - a[0]) / length;
      double sin = (b[1] - a[1]) / length;
      double[] along = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
      double[] across = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
      for (double[] p : outline) {
        widen(along, cos * p[0] + sin * p[1]);
        widen(across, cos * p[1] - sin * p[0]);
      }
      double width = along[1] - along[0];
      double height = across[1] - across[0];
      if (width * height < best[0] * best[1]) {
        best = new double[] {width, height};
      }
    }
    return best;
  }

  private static void widen(double[] range, double value) {
    range[0] = Math.min(range[0], value);
    range[1] = Math.max(range[1], value);
  }
}
