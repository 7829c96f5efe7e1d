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

  public Direction {
    i = i.unit();
    j = j.unit();
    k = k.unit();
    double worst = Math.max(Math.abs(i.dot(j)), Math.max(Math.abs(i.dot(k)), Math.abs(j.dot(k))));
    if (worst > TOLERANCE) {
      throw new IllegalArgumentException(
          "The axes of an image grid must be at right angles to each other; the cosine between two"
              + " of them is "
              + worst);
    }
    // What rounding left is taken off (Gram and Schmidt), so that positions go to indices and back.
    j = j.minus(i.times(i.dot(j))).unit();
    k = k.minus(i.times(i.dot(k))).minus(j.times(j.dot(k))).unit();
  }

  /** The direction of a slice stack whose k axis is the normal of its image plane. */
  public static Direction ofPlane(Vector3 i, Vector3 j) {
    return new Direction(i, j, i.cross(j));
  }
}
