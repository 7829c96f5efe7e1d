package org.radcam.io.nifti;

import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.RegularGrid;

/**
 * Where a NIfTI volume lies in patient space.
 *
 * <ul>
 *   <li>Where the sform's code is above 0, the sform counts, with its own spacing, whatever the
 *       qform says.
 *   <li>Else, where the qform's code is above 0, the qform (method 2 of {@code nifti1.h}).
 *   <li>An sform whose axes are not at right angles (a shear, as registration to a template leaves
 *       it) is refused; what counts as a shear, {@link RegularGrid} says. The qform is not taken in
 *       its place: it may mean another space.
 *   <li>Without both, the volume has spacing but no place: origin zero, axes along those of the
 *       image.
 *   <li>NIfTI's coordinates are RAS, ours LPS: x and y change their sign.
 *   <li>Metres and micrometres become millimetres. A file that names no unit means millimetres if
 *       it says where it lies, as other readers take it; if it says neither, its unit is the pixel.
 * </ul>
 */
final class NiftiGeometry {
  /** Of b, c and d squared: more than rounding leaves is no unit quaternion. */
  private static final double QUATERNION_TOLERANCE = 1e-4;

  /** What 32-bit floats cannot tell from 0; the bound is that of NIfTI's reference library. */
  private static final double LEAST_SQUARE = 1e-7;

  private final NiftiHeader header;
  private final Size size;

  private NiftiGeometry(NiftiHeader header, Size size) {
    this.header = header;
    this.size = size;
  }

  static Geometry of(NiftiHeader header, Size size) throws ImageFormatException {
    NiftiGeometry reader = new NiftiGeometry(header, size);
    try {
      if (header.sformCode() > 0) {
        return reader.sform();
      }
      return header.qformCode() > 0 ? reader.qform() : reader.unplaced();
    } catch (IllegalArgumentException e) {
      throw NiftiHeader.malformed(
          "its sform or qform, in which an axis has no length or one beyond all bounds");
    }
  }

  private Geometry sform() throws ImageFormatException {
    double mm = header.millimetres().orElse(1.0);
    Vector3[] columns = new Vector3[4];
    for (int c = 0; c < 4; c++) {
      columns[c] =
          lps(header.rows()[0][c], header.rows()[1][c], header.rows()[2][c], "its sform").times(mm);
    }
    return RegularGrid.of(size, columns[3], columns[0], columns[1], columns[2])
        .orElseThrow(NiftiGeometry::sheared);
  }

  private static ImageFormatException sheared() {
    return new ImageFormatException(
        "The NIfTI volume's axes are not at right angles (its sform holds a shear), and RadCAM reads"
            + " regular grids only: resample it first, or, if its qform is what counts, set the"
            + " sform's code to 0.");
  }

  /** Method 2 of {@code nifti1.h}: a rotation by a quaternion, spacing, and a shift. */
  private Geometry qform() throws ImageFormatException {
    double mm = header.millimetres().orElse(1.0);
    double b = header.quatern()[0];
    double c = header.quatern()[1];
    double d = header.quatern()[2];
    double squares = b * b + c * c + d * d;
    if (!(squares <= 1 + QUATERNION_TOLERANCE)) {
      throw NiftiHeader.malformed("its qform, which is no rotation");
    }
    double a = 1 - squares < LEAST_SQUARE ? 0 : Math.sqrt(1 - squares);
    double norm = Math.sqrt(a * a + squares); // 1 but for rounding
    a /= norm;
    b /= norm;
    c /= norm;
    d /= norm;
    String where = "its qform";
    Vector3 i = lps(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c), where);
    Vector3 j = lps(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b), where);
    Vector3 k = lps(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c, where);
    double qfac = header.pixdim()[0] < 0 ? -1 : 1;
    double[] offset = header.offset();
    return new Geometry(
        size,
        spacing().times(mm),
        lps(offset[0], offset[1], offset[2], where).times(mm),
        new Direction(i, j, k.times(qfac)),
        LengthUnit.MILLIMETRE);
  }

  private Geometry unplaced() throws ImageFormatException {
    return new Geometry(
        size,
        spacing().times(header.millimetres().orElse(1.0)),
        Vector3.ZERO,
        Direction.IDENTITY,
        header.millimetres().isPresent() ? LengthUnit.MILLIMETRE : LengthUnit.PIXEL);
  }

  /** A dimension that the file does not have may be without spacing. */
  private Vector3 spacing() throws ImageFormatException {
    double[] spacing = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double value = Math.abs(header.pixdim()[axis + 1]);
      if (value == 0 && header.length(axis + 1) <= 1) {
        value = 1;
      }
      if (!(value > 0 && Double.isFinite(value))) {
        throw NiftiHeader.malformed("the size of its voxels (pixdim)");
      }
      spacing[axis] = value;
    }
    return new Vector3(spacing[0], spacing[1], spacing[2]);
  }

  private static Vector3 lps(double right, double anterior, double superior, String where)
      throws ImageFormatException {
    if (!Double.isFinite(right) || !Double.isFinite(anterior) || !Double.isFinite(superior)) {
      throw NiftiHeader.malformed(where + ", which is not finite");
    }
    return new Vector3(0 - right, 0 - anterior, superior); // 0 - 0 has no sign
  }
}
