package org.radcam.io.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.format.SampleType;

/**
 * Writes NIfTI-1 as one little-endian file.
 *
 * <ul>
 *   <li>A volume's values as 16-bit integers where each of them is one, else as 32-bit floats; a
 *       mask as bytes, 1 inside and 0 outside. Every value is read back as it was, to the bit.
 *   <li>sform and qform both say the place, as scanner coordinates, for some programs read the one
 *       and some the other. The header's numbers are 32-bit floats.
 *   <li>A grid that is not in millimetres is written without place and unit.
 * </ul>
 */
public final class NiftiEncoder {
  private static final String WRITER = "RadCAM";
  private static final int WRITER_AT = 148;
  private static final int VOXELS = 352;
  private static final int LONGEST = Short.MAX_VALUE;
  private static final short SCANNER = 1;
  private static final byte MILLIMETRES = 2;
  private static final int BUFFER = 1 << 16;

  private final Geometry geometry;

  private NiftiEncoder(Geometry geometry) {
    Size size = geometry.size();
    if (Math.max(size.columns(), Math.max(size.rows(), size.slices())) > LONGEST) {
      throw new UserException(
          "An image of "
              + size
              + " voxels cannot be written as NIfTI, which holds at most "
              + LONGEST
              + " along each axis.");
    }
    this.geometry = geometry;
  }

  /** Writes a volume to a stream, which stays open. */
  public static void write(OutputStream out, Volume volume) throws IOException {
    NiftiEncoder encoder = new NiftiEncoder(volume.geometry());
    float[] voxels = volume.voxels();
    boolean whole = isWhole(voxels);
    encoder.writeHeader(
        out,
        whole ? NiftiType.INT16 : NiftiType.FLOAT32,
        whole ? SampleType.INT16 : SampleType.FLOAT32);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (float voxel : voxels) {
      if (!buffer.hasRemaining()) {
        flush(buffer, out);
      }
      if (whole) {
        buffer.putShort((short) voxel);
      } else {
        buffer.putInt(Float.floatToRawIntBits(voxel));
      }
    }
    flush(buffer, out);
  }

  /** Writes a mask to a stream, which stays open. */
  public static void write(OutputStream out, Mask mask) throws IOException {
    NiftiEncoder encoder = new NiftiEncoder(mask.geometry());
    encoder.writeHeader(out, NiftiType.UINT8, SampleType.UINT8);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int count = mask.geometry().size().voxels();
    for (int i = 0; i < count; i++) {
      if (!buffer.hasRemaining()) {
        flush(buffer, out);
      }
      buffer.put((byte) (mask.voxels().get(i) ? 1 : 0));
    }
    flush(buffer, out);
  }

  /** Whether a file that begins so, unpacked, was written here. */
  public static boolean isOwn(byte[] head) {
    return head.length >= WRITER_AT + WRITER.length()
        && new String(head, WRITER_AT, WRITER.length(), StandardCharsets.US_ASCII).equals(WRITER);
  }

  private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(buffer.array(), buffer.arrayOffset(), buffer.position());
    buffer.clear();
  }

  /** Whether every value is a 16-bit integer; compared by bits, for -0 is none. */
  private static boolean isWhole(float[] voxels) {
    for (float voxel : voxels) {
      if (Float.floatToRawIntBits((short) voxel) != Float.floatToRawIntBits(voxel)) {
        return false;
      }
    }
    return true;
  }

  private void writeHeader(OutputStream out, int code, SampleType type) throws IOException {
    Size size = geometry.size();
    Vector3 spacing = geometry.spacing();
    boolean placed = geometry.unit() == LengthUnit.MILLIMETRE;
    ByteBuffer header = ByteBuffer.allocate(VOXELS).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, NiftiHeader.BYTES_1);
    header.put(38, (byte) 'r'); // as Analyze had it
    int[] dim = {3, size.columns(), size.rows(), size.slices(), 1, 1, 1, 1};
    for (int i = 0; i < dim.length; i++) {
      header.putShort(40 + 2 * i, (short) dim[i]);
    }
    header.putShort(70, (short) code);
    header.putShort(72, (short) (8 * type.bytes()));
    // The axes' rotation, for NIfTI a proper one with a sign of its own, is in RAS coordinates.
    Direction axes = geometry.direction();
    double handedness = axes.i().cross(axes.j()).dot(axes.k()) < 0 ? -1 : 1;
    putFloats(header, 76, handedness, spacing.x(), spacing.y(), spacing.z(), 1, 1, 1, 1);
    header.putFloat(108, VOXELS);
    putFloats(header, 112, 1, 0);
    if (placed) {
      header.put(123, MILLIMETRES);
      header.putShort(252, SCANNER).putShort(254, SCANNER);
      putPlace(header, handedness);
    }
    header
        .put(WRITER_AT, WRITER.getBytes(StandardCharsets.US_ASCII))
        .put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
    out.write(header.array());
  }

  private void putPlace(ByteBuffer header, double handedness) {
    Vector3 origin = ras(geometry.origin());
    Vector3 i = ras(geometry.direction().i());
    Vector3 j = ras(geometry.direction().j());
    Vector3 k = ras(geometry.direction().k());
    double[] quaternion = quaternion(i, j, k.times(handedness));
    putFloats(header, 256, quaternion);
    putFloats(header, 268, origin.x(), origin.y(), origin.z());
    Vector3 spacing = geometry.spacing();
    i = i.times(spacing.x());
    j = j.times(spacing.y());
    k = k.times(spacing.z());
    putFloats(header, 280, i.x(), j.x(), k.x(), origin.x());
    putFloats(header, 296, i.y(), j.y(), k.y(), origin.y());
    putFloats(header, 312, i.z(), j.z(), k.z(), origin.z());
  }

  private static Vector3 ras(Vector3 lps) {
    return new Vector3(0 - lps.x(), 0 - lps.y(), lps.z()); // 0 - 0 has no sign
  }

  private static void putFloats(ByteBuffer header, int at, double... values) {
    for (int i = 0; i < values.length; i++) {
      header.putFloat(at + 4 * i, (float) values[i]);
    }
  }

  /**
   * The components b, c and d of the unit quaternion, with a at least 0, of the rotation whose
   * columns are given: the largest of the four components is taken from the diagonal, the others
   * from it (S. W. Shepperd, Quaternion from rotation matrix, J. Guidance and Control 1 (1978)
   * 223-224).
   */
  private static double[] quaternion(Vector3 i, Vector3 j, Vector3 k) {
    double[] squares = { // four times each component's square
      1 + i.x() + j.y() + k.z(),
      1 + i.x() - j.y() - k.z(),
      1 - i.x() + j.y() - k.z(),
      1 - i.x() - j.y() + k.z()
    };
    int largest = 0;
    for (int n = 1; n < 4; n++) {
      largest = squares[n] > squares[largest] ? n : largest;
    }
    double ab = j.z() - k.y(); // four times the product of a and b, and so on
    double ac = k.x() - i.z();
    double ad = i.y() - j.x();
    double bc = j.x() + i.y();
    double bd = k.x() + i.z();
    double cd = k.y() + j.z();
    double[] products =
        switch (largest) {
          case 0 -> new double[] {squares[0], ab, ac, ad};
          case 1 -> new double[] {ab, squares[1], bc, bd};
          case 2 -> new double[] {ac, bc, squares[2], cd};
          default -> new double[] {ad, bd, cd, squares[3]};
        };
    double scale = 1 / (2 * Math.sqrt(squares[largest]));
    if (products[0] < 0) {
      scale = -scale;
    }
    return new double[] {products[1] * scale, products[2] * scale, products[3] * scale};
  }
}
