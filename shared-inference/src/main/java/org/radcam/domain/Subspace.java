package org.radcam.domain;

/**
 * The principal components of one view of the training images, and how far from them those images
 * lay: an image is measured by what the components cannot say of it (residual) and by how unusual
 * what they say is (Mahalanobis distance among the components).
 *
 * @param mean mean training thumbnail
 * @param components orthonormal, one after the other, largest variance first
 * @param deviations standard deviation of the training images along each component
 * @param residualLimit largest root-mean-square residual of a typical image
 * @param distanceLimit largest root-mean-square of the components in deviations
 */
public record Subspace(
    float[] mean,
    float[] components,
    float[] deviations,
    double residualLimit,
    double distanceLimit) {
  public Subspace {
    if (mean.length != Thumbnail.VALUES
        || deviations.length == 0
        || components.length != deviations.length * mean.length) {
      throw new IllegalArgumentException("The components do not fit the thumbnail");
    }
    for (float deviation : deviations) {
      if (!(deviation > 0 && deviation < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("A component's deviation must be above 0");
      }
    }
    if (!(residualLimit > 0 && distanceLimit > 0)) {
      throw new IllegalArgumentException("The limits must be above 0");
    }
  }

  /** The same components with other limits. */
  public Subspace withLimits(double residual, double distance) {
    return new Subspace(mean, components, deviations, residual, distance);
  }

  /** The two measures of one view of a thumbnail. */
  public Measures measure(float[] thumbnail, int offset) {
    double total = 0;
    for (int n = 0; n < mean.length; n++) {
      double apart = (double) thumbnail[offset + n] - mean[n];
      total += apart * apart;
    }
    double explained = 0;
    double distance = 0;
    for (int c = 0; c < deviations.length; c++) {
      double along = 0;
      for (int n = 0; n < mean.length; n++) {
        along += ((double) thumbnail[offset + n] - mean[n]) * components[c * mean.length + n];
      }
      explained += along * along;
      distance += along * along / ((double) deviations[c] * deviations[c]);
    }
    return new Measures(
        Math.sqrt(Math.max(0, total - explained) / mean.length),
        Math.sqrt(distance / deviations.length));
  }

  /** The larger measure as a multiple of its limit. */
  double score(float[] thumbnail, int offset) {
    Measures measures = measure(thumbnail, offset);
    return Math.max(measures.residual() / residualLimit, measures.distance() / distanceLimit);
  }

  /**
   * How far an image lies from the training images.
   *
   * @param residual root mean square of what the components leave over
   * @param distance root mean square of the components, in deviations
   */
  public record Measures(double residual, double distance) {}
}
