package org.radcam.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;

/**
 * The fields of a NIfTI header that RadCAM needs, as they are stored: see the standard's {@code
 * nifti1.h} and {@code nifti2.h} (nifti.nimh.nih.gov). Free texts, which may name a patient, are
 * not read.
 *
 * @param bytes the header's length, which tells the version
 * @param order byte order of the file
 * @param pair whether the voxels are in another file ({@code .img})
 * @param dim number of dimensions, then their lengths
 * @param dataType code of the type of numbers
 * @param pixdim qfac, then the grid's spacing along each dimension
 * @param voxelOffset where the voxels begin in their file
 * @param slope scl_slope
 * @param intercept scl_inter
 * @param units xyzt_units
 * @param qformCode 0 where {@code quatern} and {@code offset} have no meaning
 * @param sformCode 0 where {@code rows} have no meaning
 * @param quatern b, c and d of a quaternion
 * @param offset where the centre of the first voxel is, for the qform
 * @param rows three rows of four: the sform, from index (i, j, k, 1) to RAS coordinates
 */
record NiftiHeader(
    int bytes,
    ByteOrder order,
    boolean pair,
    long[] dim,
    int dataType,
    double[] pixdim,
    long voxelOffset,
    double slope,
    double intercept,
    int units,
    int qformCode,
    int sformCode,
    double[] quatern,
    double[] offset,
    double[][] rows) {

  /** Bytes of a NIfTI-1 header, and its first field. */
  static final int BYTES_1 = 348;

  /** Bytes of a NIfTI-2 header, and its first field. */
  static final int BYTES_2 = 540;

  private static final int DIMS = 8;

  /** The header that a file begins with; {@code head} may be longer or shorter than it. */
  static NiftiHeader parse(byte[] head) throws ImageFormatException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer in = ByteBuffer.wrap(head).order(order);
      if (head.length >= BYTES_1 && in.getInt(0) == BYTES_1) {
        return version1(in);
      }
      if (head.length >= BYTES_2 && in.getInt(0) == BYTES_2) {
        return version2(in);
      }
    }
    throw new ImageFormatException(
        "The NIfTI file is damaged or cut off: its header is not whole. Copy or export it again.");
  }

  private static NiftiHeader version1(ByteBuffer in) throws ImageFormatException {
    long[] dim = new long[DIMS];
    double[] pixdim = new double[DIMS];
    for (int i = 0; i < DIMS; i++) {
      dim[i] = in.getShort(40 + 2 * i);
      pixdim[i] = in.getFloat(76 + 4 * i);
    }
    double offset = in.getFloat(108);
    if (offset != Math.rint(offset)) {
      throw malformed("where its voxels begin");
    }
    return new NiftiHeader(
        BYTES_1,
        in.order(),
        isPair(in, 344, "ni1", "n+1"),
        dim,
        in.getShort(70),
        pixdim,
        (long) offset,
        in.getFloat(112),
        in.getFloat(116),
        in.get(123),
        in.getShort(252),
        in.getShort(254),
        floats(in, 256, 3),
        floats(in, 268, 3),
        new double[][] {floats(in, 280, 4), floats(in, 296, 4), floats(in, 312, 4)});
  }

  private static NiftiHeader version2(ByteBuffer in) throws ImageFormatException {
    long[] dim = new long[DIMS];
    for (int i = 0; i < DIMS; i++) {
      dim[i] = in.getLong(16 + 8 * i);
    }
    return new NiftiHeader(
        BYTES_2,
        in.order(),
        isPair(in, 4, "ni2", "n+2"),
        dim,
        in.getShort(12),
        doubles(in, 104, DIMS),
        in.getLong(168),
        in.getDouble(176),
        in.getDouble(184),
        in.getInt(500),
        in.getInt(344),
        in.getInt(348),
        doubles(in, 352, 3),
        doubles(in, 376, 3),
        new double[][] {doubles(in, 400, 4), doubles(in, 432, 4), doubles(in, 464, 4)});
  }

  private static boolean isPair(ByteBuffer in, int at, String pair, String single)
      throws ImageFormatException {
    byte[] bytes = new byte[4];
    in.get(at, bytes);
    String magic = new String(bytes, StandardCharsets.ISO_8859_1);
    if (magic.equals(pair + '\0')) {
      return true;
    }
    if (magic.equals(single + '\0')) {
      return false;
    }
    throw malformed("the word that tells its version (magic)");
  }

  private static double[] floats(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getFloat(at + 4 * i);
    }
    return values;
  }

  private static double[] doubles(ByteBuffer in, int at, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.getDouble(at + 8 * i);
    }
    return values;
  }

  /** Whether the file says where in the patient its voxels are. */
  boolean placed() {
    return sformCode > 0 || qformCode > 0;
  }

  /** Whether stored values are scaled: a slope of 0, or one that is no number, means no scale. */
  boolean scaled() {
    return slope != 0 && !Double.isNaN(slope);
  }

  /** The length of one dimension, 1 where the file has fewer. */
  long length(int dimension) {
    return dimension <= dim[0] ? dim[dimension] : 1;
  }

  /** Millimetres of one unit of length; empty where the file does not say. */
  Optional<Double> millimetres() throws ImageFormatException {
    return switch (units & 7) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(1e3);
      case 2 -> Optional.of(1.0);
      case 3 -> Optional.of(1e-3);
      default -> throw malformed("its unit of length (xyzt_units)");
    };
  }

  static ImageFormatException malformed(String what) {
    return new ImageFormatException(
        "The NIfTI file is malformed: its header is not sound in " + what + ".");
  }
}
