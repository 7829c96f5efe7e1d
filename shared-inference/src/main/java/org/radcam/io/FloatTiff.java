package org.radcam.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Writes volumes as TIFF of 32-bit floats, uncompressed and little endian, a directory for each
 * slice, with the description by which ImageJ knows spacing and unit. NaN and infinities are kept.
 *
 * <p>The slices lie one behind the other, so that programs that read only the first directory
 * (memory-mapping ones) find them too. Origin and direction have no place in TIFF.
 */
public final class FloatTiff {
  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int FIRST_ENTRIES = 15;

  /** All but the description. */
  private static final int OTHER_ENTRIES = 14;

  private static final int RATIONALS = HEADER + directoryBytes(FIRST_ENTRIES);
  private static final int DESCRIPTION = RATIONALS + 16;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ASCII = 2;

  /** Offsets in TIFF have 32 bits without sign. */
  private static final long MAX_BYTES = 0xffff_ffffL;

  private final Volume volume;
  private final byte[] description;
  private final long data;
  private final long sliceBytes;
  private final long otherDirectories;

  private FloatTiff(Volume volume) {
    this.volume = volume;
    Size size = volume.size();
    this.description = describe(volume).getBytes(StandardCharsets.US_ASCII);
    this.data = (DESCRIPTION + description.length + 15L) / 16 * 16;
    this.sliceBytes = (long) size.columns() * size.rows() * Float.BYTES;
    this.otherDirectories = data + sliceBytes * size.slices();
    long bytes = otherDirectories + (size.slices() - 1L) * directoryBytes(OTHER_ENTRIES);
    if (bytes > MAX_BYTES) {
      throw new UserException(
          "An image of " + size + " voxels is larger than the 4 GB that a TIFF file can hold.");
    }
  }

  /** Writes a volume, replacing the file if it exists. */
  public static void write(Path target, Volume volume) throws IOException {
    FloatTiff tiff = new FloatTiff(volume);
    AtomicFiles.write(target, tiff::write);
  }

  private void write(OutputStream out) throws IOException {
    Size size = volume.size();
    byte[] start = new byte[(int) data];
    ByteBuffer head = in(start);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    directory(head, 0);
    rational(head, volume.geometry().spacing().x());
    rational(head, volume.geometry().spacing().y());
    head.put(description);
    out.write(start);
    byte[] row = new byte[size.columns() * Float.BYTES];
    for (int at = 0; at < size.voxels(); at += size.columns()) {
      in(row).asFloatBuffer().put(volume.voxels(), at, size.columns());
      out.write(row);
    }
    for (int k = 1; k < size.slices(); k++) {
      byte[] directory = new byte[directoryBytes(OTHER_ENTRIES)];
      directory(in(directory), k);
      out.write(directory);
    }
  }

  private void directory(ByteBuffer out, int slice) {
    Size size = volume.size();
    boolean first = slice == 0;
    out.putShort((short) (first ? FIRST_ENTRIES : OTHER_ENTRIES));
    entry(out, TiffDirectory.SUBFILE, LONG, 1, 0);
    entry(out, TiffDirectory.WIDTH, LONG, 1, size.columns());
    entry(out, TiffDirectory.HEIGHT, LONG, 1, size.rows());
    entry(out, TiffDirectory.BITS, SHORT, 1, Float.SIZE);
    entry(out, TiffDirectory.COMPRESSION, SHORT, 1, TiffPage.UNCOMPRESSED);
    entry(out, TiffDirectory.PHOTOMETRIC, SHORT, 1, TiffPage.BLACK_IS_ZERO);
    if (first) {
      entry(out, TiffDirectory.DESCRIPTION, ASCII, description.length, DESCRIPTION);
    }
    entry(out, TiffDirectory.STRIP_OFFSETS, LONG, 1, data + slice * sliceBytes);
    entry(out, TiffDirectory.CHANNELS, SHORT, 1, 1);
    entry(out, TiffDirectory.ROWS_PER_STRIP, LONG, 1, size.rows());
    entry(out, TiffDirectory.STRIP_BYTES, LONG, 1, sliceBytes);
    entry(out, TiffDirectory.X_RESOLUTION, RATIONAL, 1, RATIONALS);
    entry(out, TiffDirectory.Y_RESOLUTION, RATIONAL, 1, RATIONALS + 8);
    entry(out, TiffDirectory.RESOLUTION_UNIT, SHORT, 1, 1);
    entry(out, TiffDirectory.SAMPLE_FORMAT, SHORT, 1, TiffPage.FLOAT);
    boolean last = slice == size.slices() - 1;
    out.putInt(last ? 0 : (int) (otherDirectories + (long) slice * directoryBytes(OTHER_ENTRIES)));
  }

  private static int directoryBytes(int entries) {
    return 2 + ENTRY * entries + 4;
  }

  /** A SHORT fills the first two of the four value bytes, which in little endian is the same. */
  private static void entry(ByteBuffer out, int tag, int type, int count, long value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt((int) value);
  }

  /** Pixels per unit, 1 / spacing; decimal spacings of up to nine places are exact. */
  private static void rational(ByteBuffer out, double spacing) {
    long scale = 1_000_000_000;
    while (scale > 1 && spacing * scale > MAX_BYTES) {
      scale /= 10;
    }
    out.putInt((int) scale).putInt((int) Math.max(1, Math.round(spacing * scale)));
  }

  private static ByteBuffer in(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** As ImageJ writes it itself ({@code ij.io.FileSaver.getDescriptionString}). */
  private static String describe(Volume volume) {
    Geometry geometry = volume.geometry();
    Vector3 spacing = geometry.spacing();
    int slices = geometry.size().slices();
    StringBuilder text = new StringBuilder("ImageJ=1.54p\n");
    if (slices > 1) {
      text.append("images=").append(slices).append("\nslices=").append(slices).append('\n');
    }
    if (geometry.unit() == LengthUnit.MILLIMETRE) {
      text.append("unit=mm\n");
    }
    if (slices > 1) {
      text.append("spacing=").append(spacing.z()).append("\nloop=false\n");
    }
    Volume.Range range = volume.range();
    if (!Float.isNaN(range.low())) {
      text.append("min=").append(range.low()).append("\nmax=").append(range.high()).append('\n');
    }
    return text.append('\0').toString();
  }
}
