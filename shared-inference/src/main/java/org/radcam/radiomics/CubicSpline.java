package org.radcam.radiomics;

import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Interpolation by the cubic B-spline through all voxels, axis by axis, mirrored at the outermost
 * voxels (Unser, IEEE Signal Process Mag 1999;16:22). Beyond the outermost voxels their values
 * hold. The two grids have the same directions. Values that are not finite would spread over their
 * rows and are refused.
 */
final class CubicSpline {
  private static final double POLE = Math.sqrt(3) - 2;

  /** The pole to this power is below the precision of a double. */
  private static final int HORIZON = 30;

  private CubicSpline() {}

  static Volume resample(Volume source, Geometry target) {
    Size in = source.size();
    double[] values = new double[in.voxels()];
    for (int n = 0; n < values.length; n++) {
      if (!Float.isFinite(source.voxels()[n])) {
        throw new UserException(
            "The image has voxels without a finite intensity, which cubic interpolation cannot use."
                + " Choose linear interpolation.");
      }
      values[n] = source.voxels()[n];
    }
    Vector3 first = source.geometry().toIndex(target.toPatient(0, 0, 0));
    Vector3 step = source.geometry().toIndex(target.toPatient(1, 1, 1)).minus(first);
    Size out = target.size();
    values = axis(values, 1, in.columns(), out.columns(), first.x(), step.x());
    values = axis(values, out.columns(), in.rows(), out.rows(), first.y(), step.y());
    values =
        axis(values, out.columns() * out.rows(), in.slices(), out.slices(), first.z(), step.z());
    float[] voxels = new float[values.length];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = (float) values[n];
    }
    return new Volume(target, voxels);
  }

  /** One axis of an array of shape (outer, count, inner). */
  private static double[] axis(
      double[] in, int inner, int count, int newCount, double first, double step) {
    int outer = in.length / (inner * count);
    double[] out = new double[outer * newCount * inner];
    double[] line = new double[count];
    for (int o = 0; o < outer; o++) {
      for (int n = 0; n < inner; n++) {
        int from = o * count * inner + n;
        for (int t = 0; t < count; t++) {
          line[t] = in[from + t * inner];
        }
        coefficients(line);
        int to = o * newCount * inner + n;
        for (int t = 0; t < newCount; t++) {
          double at = Math.max(0, Math.min(count - 1, first + t * step));
          out[to + t * inner] = value(line, at);
        }
      }
    }
    return out;
  }

  /** Turns values into the coefficients of the spline through them, in place. */
  private static void coefficients(double[] c) {
    int last = c.length - 1;
    if (last == 0) {
      return;
    }
    double sum = 0;
    double power = 1;
    for (int n = 0; n <= HORIZON; n++) {
      sum += power * c[mirror(n, last)];
      power *= POLE;
    }
    c[0] = sum;
    for (int n = 1; n <= last; n++) {
      c[n] += POLE * c[n - 1];
    }
    c[last] = POLE / (POLE * POLE - 1) * (c[last] + POLE * c[last - 1]);
    for (int n = last - 1; n >= 0; n--) {
      c[n] = POLE * (c[n + 1] - c[n]);
    }
    for (int n = 0; n <= last; n++) {
      c[n] *= 6;
    }
  }

  private static double value(double[] c, double at) {
    if (c.length == 1) {
      return c[0];
    }
    int whole = (int) Math.floor(at);
    double t = at - whole;
    double u = 1 - t;
    double[] weights = {
      u * u * u / 6, 2.0 / 3 - t * t * (2 - t) / 2, 2.0 / 3 - u * u * (2 - u) / 2, t * t * t / 6
    };
    double sum = 0;
    for (int n = 0; n < 4; n++) {
      sum += weights[n] * c[mirror(whole - 1 + n, c.length - 1)];
    }
    return sum;
  }

  private static int mirror(int index, int last) {
    int period = 2 * last;
    int at = Math.floorMod(index, period);
    return at <= last ? at : period - at;
  }
}
