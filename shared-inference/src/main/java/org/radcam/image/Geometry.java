package org.radcam.image;

import java.util.Objects;

/**
 * A regular grid in patient space: how many voxels, how large, where and in which direction.
 *
 * <p>Index coordinates are continuous and (0, 0, 0) is the <em>centre</em> of the first voxel, so a
 * grid of n voxels covers indices -0.5 to n - 0.5. Patient coordinates are LPS (DICOM). Everything
 * that changes an image's grid (crop, resize, resample) makes a new geometry of the same patient
 * space, which is why a map made on any of those grids can be brought back onto the source grid by
 * one interpolation.
 *
 * @param size number of voxels
 * @param spacing distance between neighbouring voxel centres along i, j and k, all positive, in
 *     {@code unit}
 * @param origin patient position of the centre of voxel (0, 0, 0), in {@code unit}
 * @param direction where the axes point
 * @param unit millimetres, or pixels where the image does not know its voxel size
 */
public record Geometry(
    Size size, Vector3 spacing, Vector3 origin, Direction direction, LengthUnit unit) {
  public Geometry {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(unit, "unit");
    if (spacing.x() <= 0 || spacing.y() <= 0 || spacing.z() <= 0) {
      throw new IllegalArgumentException(
          "Voxel spacing must be positive along every axis, got " + spacing);
    }
  }

  /** A 2D image that does not know its pixel size: spacing 1 pixel, origin 0. */
  public static Geometry uncalibrated(Size size) {
    return new Geometry(
        size, new Vector3(1, 1, 1), Vector3.ZERO, Direction.IDENTITY, LengthUnit.PIXEL);
  }

  /** An axis-aligned grid in millimetres with its first voxel at the origin. */
  public static Geometry millimetres(Size size, double spacingI, double spacingJ, double spacingK) {
    return new Geometry(
        size,
        new Vector3(spacingI, spacingJ, spacingK),
        Vector3.ZERO,
        Direction.IDENTITY,
        LengthUnit.MILLIMETRE);
  }

  /** Patient position of continuous index (i, j, k). */
  public Vector3 toPatient(double i, double j, double k) {
    return origin
        .plus(direction.i().times(i * spacing.x()))
        .plus(direction.j().times(j * spacing.y()))
        .plus(direction.k().times(k * spacing.z()));
  }

  /** Continuous index (i, j, k) of a patient position; may lie outside the grid. */
  public Vector3 toIndex(Vector3 patient) {
    Vector3 offset = patient.minus(origin);
    return new Vector3(
        offset.dot(direction.i()) / spacing.x(),
        offset.dot(direction.j()) / spacing.y(),
        offset.dot(direction.k()) / spacing.z());
  }

  /** Whole extent along i, outer edge to outer edge, in {@link #unit()}. */
  public double width() {
    return size.columns() * spacing.x();
  }

  /** Whole extent along j, outer edge to outer edge, in {@link #unit()}. */
  public double height() {
    return size.rows() * spacing.y();
  }

  /**
   * The grid with the same outer edges and another number of voxels: what a resize makes. Voxel
   * centres move by half the change in voxel size (the half-pixel-centre convention).
   */
  public Geometry withSize(Size newSize) {
    double si = spacing.x() * size.columns() / newSize.columns();
    double sj = spacing.y() * size.rows() / newSize.rows();
    double sk = spacing.z() * size.slices() / newSize.slices();
    Vector3 first =
        toPatient(
            0.5 * size.columns() / newSize.columns() - 0.5,
            0.5 * size.rows() / newSize.rows() - 0.5,
            0.5 * size.slices() / newSize.slices() - 0.5);
    return new Geometry(newSize, new Vector3(si, sj, sk), first, direction, unit);
  }

  /**
   * The part of this grid that begins at voxel (i, j, k); it may reach beyond this grid on any
   * side, which is what padding makes.
   */
  public Geometry crop(int i, int j, int k, Size newSize) {
    return new Geometry(newSize, spacing, toPatient(i, j, k), direction, unit);
  }

  /** One slice of this grid. */
  public Geometry slice(int k) {
    return crop(0, 0, k, Size.of(size.columns(), size.rows()));
  }

  /**
   * Whether both grids have the same voxels in the same places, to a thousandth of a voxel; smaller
   * differences come from rounding in file headers.
   */
  public boolean sameGridAs(Geometry other) {
    if (!size.equals(other.size) || unit != other.unit) {
      return false;
    }
    // An affine map is the identity if it leaves one corner and the far end of each axis in place;
    // an axis of a single voxel is measured one voxel out.
    return staysIn(other, 0, 0, 0)
        && staysIn(other, Math.max(1, size.columns() - 1), 0, 0)
        && staysIn(other, 0, Math.max(1, size.rows() - 1), 0)
        && staysIn(other, 0, 0, Math.max(1, size.slices() - 1));
  }

  /**
   * Whether both grids have as many voxels, and, where both are in millimetres, voxels of one size,
   * to a thousandth; the distance between slices counts only where there is more than one.
   */
  public boolean sameShapeAs(Geometry other) {
    return size.equals(other.size)
        && (unit != LengthUnit.MILLIMETRE
            || other.unit != LengthUnit.MILLIMETRE
            || sameSpacingAs(other));
  }

  /** Whether the voxels have one size, as {@link #sameShapeAs} compares it. */
  public boolean sameSpacingAs(Geometry other) {
    return close(spacing.x(), other.spacing.x())
        && close(spacing.y(), other.spacing.y())
        && (size.slices() == 1 || close(spacing.z(), other.spacing.z()));
  }

  /** Files round spacings. */
  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= 1e-3 * one;
  }

  private boolean staysIn(Geometry other, int i, int j, int k) {
    return other.toIndex(toPatient(i, j, k)).minus(new Vector3(i, j, k)).length() < 1e-3;
  }
}
