package org.radcam.radiomics.filter;

import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * The Laplacian of a Gaussian, times sigma squared: the response of blobs does not depend on their
 * size (Lindeberg, Int J Comput Vis 1998;30:79). Bright blobs answer negatively. Sigma is in the
 * units of the spacing, the same along all axes.
 *
 * <p>Each axis is convolved with samples of the Gaussian and of its second derivative to 6 sigma.
 * Sampling and cutting change their sums; they are scaled so that constants, and the second
 * derivative of a parabola, come out exactly. The image's outermost voxels are repeated beyond its
 * borders. pyradiomics approximates the same filter by recursion (ITK's
 * LaplacianRecursiveGaussianImageFilter).
 */
public final class LaplacianOfGaussian {
  private static final double REACH = 6;

  private LaplacianOfGaussian() {}

  /**
   * Filters a volume; one of a single slice within the slice only.
   *
   * @param sigma width of the Gaussian, in the units of the spacing
   * @throws UserException if sigma is not positive, or an intensity is not finite
   */
  public static Volume filter(Volume image, double sigma) {
    if (!(sigma > 0) || Double.isInfinite(sigma)) {
      throw new UserException(
          "The width (sigma) of the Laplacian of Gaussian must be positive, not " + sigma + ".");
    }
    Size size = image.size();
    Vector3 spacing = image.geometry().spacing();
    int[] counts = {size.columns(), size.rows(), size.slices()};
    double[] steps = {spacing.x(), spacing.y(), spacing.z()};
    double[] source = Lines.values(image);
    double[] sum = new double[source.length];
    for (int second = 0; second < 3; second++) {
      if (counts[second] == 1) {
        continue;
      }
      double[] part = source;
      int stride = 1;
      for (int axis = 0; axis < 3; axis++) {
        if (counts[axis] > 1) {
          double[] kernel =
              axis == second ? curvature(sigma, steps[axis]) : gaussian(sigma, steps[axis]);
          part = Lines.convolve(part, counts[axis], stride, kernel);
        }
        stride *= counts[axis];
      }
      for (int n = 0; n < sum.length; n++) {
        sum[n] += sigma * sigma * part[n];
      }
    }
    return Lines.volume(image.geometry(), sum);
  }

  private static double[] gaussian(double sigma, double step) {
    int reach = (int) Math.ceil(REACH * sigma / step);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int n = 0; n < kernel.length; n++) {
      double x = (n - reach) * step / sigma;
      kernel[n] = Math.exp(-x * x / 2);
      sum += kernel[n];
    }
    for (int n = 0; n < kernel.length; n++) {
      kernel[n] /= sum;
    }
    return kernel;
  }

  /** The second derivative: a sum of 0, and 2 for the parabola x squared. */
  private static double[] curvature(double sigma, double step) {
    double[] smooth = gaussian(sigma, step);
    int reach = smooth.length / 2;
    double[] kernel = new double[smooth.length];
    double spread = 0;
    for (int n = 0; n < kernel.length; n++) {
      double x = (n - reach) * step;
      spread += smooth[n] * x * x;
    }
    double parabola = 0;
    for (int n = 0; n < kernel.length; n++) {
      double x = (n - reach) * step;
      kernel[n] = smooth[n] * (x * x - spread);
      parabola += kernel[n] * x * x;
    }
    for (int n = 0; n < kernel.length; n++) {
      kernel[n] *= 2 / parabola;
    }
    return kernel;
  }
}
