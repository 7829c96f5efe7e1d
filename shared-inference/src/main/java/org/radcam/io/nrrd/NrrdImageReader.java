package org.radcam.io.nrrd;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.SampleStream;
import org.radcam.io.format.SampleType;

/**
 * Reads NRRD volumes, with the data behind the header or in one file beside it.
 *
 * <ul>
 *   <li>Encodings raw and gzip; text, hexadecimal and bzip2 are refused by name.
 *   <li>Integers of 8 to 64 bits, signed or not, and floats of 32 and 64 bits, in either byte
 *       order.
 *   <li>For the axes see {@link NrrdAxes}.
 * </ul>
 */
public final class NrrdImageReader {
  private static final String FORMAT = "NRRD";

  private NrrdImageReader() {}

  /**
   * The name of the file that holds the data; empty where they are behind the header.
   *
   * @throws ImageFormatException where there are several, or one in another folder
   */
  public static Optional<String> dataFile(byte[] file) throws ImageFormatException {
    return dataFile(new NrrdHeader(file));
  }

  private static Optional<String> dataFile(NrrdHeader header) throws ImageFormatException {
    Optional<String> name = header.text("datafile");
    if (name.isEmpty()) {
      return name;
    }
    String text = name.get();
    if (text.matches("LIST.*|.*%.*|.*\\s[0-9]+\\s+[0-9]+.*")) {
      throw new ImageFormatException(
          "The NRRD header names several data files, and RadCAM reads one: save the volume as one"
              + " file.");
    }
    if (text.matches(".*[/\\\\:].*|\\.\\.")) {
      throw new ImageFormatException(
          "The NRRD header names a data file in another folder: put both into one folder, and only"
              + " the file's name into the header's field 'data file'.");
    }
    return name;
  }

  /**
   * The volume of a header and, if its data are in another file, of that.
   *
   * @param name how the user knows the file
   * @param file the bytes of the header and, where they are attached, the data
   * @param data the other file's bytes
   */
  public static SourceImage read(String name, byte[] file, Optional<byte[]> data)
      throws ImageFormatException {
    NrrdHeader header = new NrrdHeader(file);
    boolean detached = dataFile(header).isPresent();
    if (detached && data.isEmpty()) {
      throw new ImageFormatException(
          "The file is the header of an NRRD volume whose data are in another file, which is"
              + " missing: put both into one folder.");
    }
    SampleType type = NrrdType.of(header.required("type"));
    ByteOrder order = order(header, type);
    NrrdAxes axes = axes(header);
    Geometry grid = grid(axes, type);
    int count = grid.size().voxels();
    byte[] bytes = detached ? data.orElseThrow() : file;
    int from = detached ? 0 : header.end();
    ImageLimits.checkExpansion((double) count * type.bytes(), bytes.length);
    try (SampleStream stream = open(header, bytes, from, (long) count * type.bytes())) {
      float[] voxels = stream.read(type, order, 1, 0, count);
      return new SourceImage(
          name,
          new Volume(grid, voxels),
          ImageTraits.UNKNOWN,
          axes.placed() ? Placement.KNOWN : Placement.UNKNOWN);
    }
  }

  private static NrrdAxes axes(NrrdHeader header) throws ImageFormatException {
    try {
      return new NrrdAxes(header);
    } catch (IllegalArgumentException e) {
      throw malformedAxes();
    }
  }

  private static Geometry grid(NrrdAxes axes, SampleType type) throws ImageFormatException {
    try {
      return axes.geometry(axes.size(type));
    } catch (IllegalArgumentException e) {
      throw malformedAxes();
    }
  }

  private static ImageFormatException malformedAxes() {
    return NrrdHeader.malformed(
        "its space directions or spacings, in which an axis has no length or one beyond all"
            + " bounds");
  }

  private static ByteOrder order(NrrdHeader header, SampleType type) throws ImageFormatException {
    String endian = header.text("endian").orElse("").toLowerCase(Locale.ROOT);
    if (endian.equals("big")) {
      return ByteOrder.BIG_ENDIAN;
    }
    if (endian.equals("little") || type.bytes() == 1) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    throw NrrdHeader.malformed("the field 'endian', which does not give the order of bytes");
  }

  private static SampleStream open(NrrdHeader header, byte[] bytes, int from, long dataBytes)
      throws ImageFormatException {
    if (header.count("lineskip", 0) != 0) {
      throw new ImageFormatException(
          "The NRRD header leaves out lines of its data file, which RadCAM does not: save the"
              + " volume as one file.");
    }
    String encoding = header.required("encoding").toLowerCase(Locale.ROOT);
    boolean packed = encoding.equals("gzip") || encoding.equals("gz");
    if (!packed && !encoding.equals("raw")) {
      throw new ImageFormatException(
          "The NRRD data are encoded as "
              + (encoding.matches("[a-z0-9]{1,8}") ? encoding : "something unknown")
              + "; RadCAM reads raw and gzip: save the volume so.");
    }
    boolean fromEnd = header.text("byteskip").equals(Optional.of("-1"));
    long skipped = fromEnd ? 0 : header.count("byteskip", 0);
    if (skipped > ImageLimits.MAX_FILE_BYTES || (fromEnd && packed)) {
      throw NrrdHeader.malformed("the field 'byte skip'");
    }
    if (packed) {
      return SampleStream.gzip(FORMAT, bytes, from, (int) skipped);
    }
    // Skipping -1 bytes means that the data are the last of the file.
    int start = (int) (fromEnd ? Math.max(from, bytes.length - dataBytes) : from + skipped);
    return SampleStream.plain(FORMAT, bytes, start);
  }
}
