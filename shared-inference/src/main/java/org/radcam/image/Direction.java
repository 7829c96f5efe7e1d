package org.radcam.image;

/**
 * Where the three axes of a grid point in patient space (LPS): unit vectors, at right angles to
 * each other.
 *
 * @param i direction of growing column index, along a row
 * @param j direction of growing row index, down a column
 * @param k direction of growing slice index
 */
public record Direction(Vector3 i, Vector3 j, Vector3 k) {
  public static final Direction IDENTITY =
      new Direction(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

  /**
   * DICOM writes direction cosines as decimal strings of at most 16 characters, and scanners round
   * harder than that: 1e-3 lets those pass and still refuses a sheared grid (about 0.06 degrees).
   */
  private static final double TOLERANCE = 1e-3;

  /**
   * Within this, axes are as they should be but for the rounding of doubles, and stay as they are:
   * made anew they would change by that rounding, and a grid that is written down and read again
   * would be another one.
   */
  private static final double EXACT = 1e-12;

  public Direction {
    if (!isExact(i, j, k)) {
      Vector3[] axes = orthonormal(i.unit(), j.unit(), k.unit());
      i = axes[0];
      j = axes[1];
      k = axes[2];
    }
  }

  private static boolean isExact(Vector3 i, Vector3 j, Vector3 k) {
    return Math.abs(i.dot(i) - 1) < EXACT
        && Math.abs(j.dot(j) - 1) < EXACT
        && Math.abs(k.dot(k) - 1) < EXACT
        && Math.abs(i.dot(j)) < EXACT
        && Math.abs(i.dot(k)) < EXACT
        && Math.abs(j.dot(k)) < EXACT;
  }

  private static Vector3[] orthonormal(Vector3 i, Vector3 j, Vector3 k) {
    double worst = Math.max(Math.abs(i.dot(j)), Math.max(Math.abs(i.dot(k)), Math.abs(j.dot(k))));
    if (worst > TOLERANCE) {
      throw new IllegalArgumentException(
          "The axes of an image grid must be at right angles to each other; the cosine between two"
              + " of them is "
              + worst);
    }
    // What rounding left is taken off (Gram and Schmidt), so that positions go to indices and back.
    Vector3 second = j.minus(i.times(i.dot(j))).unit();
    Vector3 third = k.minus(i.times(i.dot(k))).minus(second.times(second.dot(k))).unit();
    return new Vector3[] {i, second, third};
  }

  /** The direction of a slice stack whose k axis is the normal of its image plane. */
  public static Direction ofPlane(Vector3 i, Vector3 j) {
    return new Direction(i, j, i.cross(j));
  }
}
