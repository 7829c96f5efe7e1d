package org.radcam.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcam.io.format.ImageFormatException;

/**
 * One image file directory of a TIFF file (TIFF 6.0, section 2): the fields of one page, every one
 * of them checked to lie inside the file and to occur once, so that a decoder may believe them.
 *
 * <p>Fields that play no part in decoding (EXIF and its directories, colour profiles, private
 * fields) are renamed in the bytes to a tag that means nothing, and so never reach the decoder.
 */
final class TiffDirectory {
  static final int SUBFILE = 254;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int DESCRIPTION = 270;
  static final int STRIP_OFFSETS = 273;
  static final int CHANNELS = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTES = 279;
  static final int X_RESOLUTION = 282;
  static final int Y_RESOLUTION = 283;
  static final int RESOLUTION_UNIT = 296;
  static final int COLOR_MAP = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTES = 325;
  static final int SAMPLE_FORMAT = 339;

  /** What the decoder needs: beside those above fill order, planes, predictor, alpha. */
  private static final Set<Integer> DECODED =
      Set.of(
          WIDTH,
          HEIGHT,
          BITS,
          COMPRESSION,
          PHOTOMETRIC,
          266,
          STRIP_OFFSETS,
          CHANNELS,
          ROWS_PER_STRIP,
          STRIP_BYTES,
          284,
          317,
          COLOR_MAP,
          TILE_WIDTH,
          TILE_HEIGHT,
          TILE_OFFSETS,
          TILE_BYTES,
          338,
          SAMPLE_FORMAT);

  private static final Set<Integer> OURS =
      Set.of(SUBFILE, DESCRIPTION, X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT);

  /** Fields that are of type SHORT by the standard. */
  private static final Set<Integer> SHORTS =
      Set.of(
          BITS, COMPRESSION, PHOTOMETRIC, 266, CHANNELS, 284, 317, COLOR_MAP, 338, SAMPLE_FORMAT);

  /** Fields with a value for each strip, tile or colour, or with a text. */
  private static final Set<Integer> LISTS =
      Set.of(STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES, COLOR_MAP, DESCRIPTION);

  /** All other fields have at most one value for each channel. */
  private static final int MAX_VALUES = 16;

  /** Far more than the slices of any stack. */
  private static final int MAX_PAGES = 1 << 16;

  /** What ImageJ writes into its description is much shorter. */
  private static final int MAX_TEXT = 1 << 16;

  private static final short UNKNOWN_TAG = (short) 0xffff;

  /** Bytes of a value by field type: 1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, ... */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Map<Integer, Field> fields = new HashMap<>();

  private TiffDirectory(byte[] bytes, ByteBuffer file) {
    this.bytes = bytes;
    this.file = file;
  }

  /** All directories of a file, in order. */
  static List<TiffDirectory> all(byte[] bytes) throws ImageFormatException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    List<TiffDirectory> directories = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long at = bytes.length < 8 ? 0 : Integer.toUnsignedLong(file.getInt(4));
    while (at != 0) {
      if (!seen.add(at) || at > bytes.length - 6 || seen.size() > MAX_PAGES) {
        throw damaged();
      }
      TiffDirectory directory = new TiffDirectory(bytes, file);
      at = directory.readFields((int) at);
      directories.add(directory);
    }
    if (directories.isEmpty()) {
      throw damaged();
    }
    return directories;
  }

  static ImageFormatException damaged() {
    return new ImageFormatException("The TIFF file is damaged or cut off: copy or save it again.");
  }

  /** Returns the place of the next directory. */
  private long readFields(int at) throws ImageFormatException {
    int count = Short.toUnsignedInt(file.getShort(at));
    int end = at + 2 + 12 * count;
    if (end > file.limit() - 4) {
      throw damaged();
    }
    for (int entry = at + 2; entry < end; entry += 12) {
      int tag = Short.toUnsignedInt(file.getShort(entry));
      int type = Short.toUnsignedInt(file.getShort(entry + 2));
      long values = Integer.toUnsignedLong(file.getInt(entry + 4));
      long length = values * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0);
      long place = length <= 4 ? entry + 8 : Integer.toUnsignedLong(file.getInt(entry + 8));
      if (place > file.limit() - length) {
        throw damaged();
      }
      if (!DECODED.contains(tag) && !OURS.contains(tag)) {
        file.putShort(entry, UNKNOWN_TAG);
      } else if (fields.put(tag, new Field(type, (int) values, (int) place, entry)) != null
          || (!LISTS.contains(tag) && values > MAX_VALUES)
          || (SHORTS.contains(tag) && type != SHORT)) {
        // Of two the decoder might believe the other one; too many values it would all take in, and
        // of another type it would take the default.
        throw damaged();
      }
    }
    return Integer.toUnsignedLong(file.getInt(end));
  }

  ByteOrder order() {
    return file.order();
  }

  long fileBytes() {
    return file.limit();
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** How many values a field has; 0 where it is absent. */
  int count(int tag) {
    Field field = fields.get(tag);
    return field == null ? 0 : field.count;
  }

  /** One value of an integer field. */
  long number(int tag, int index) throws ImageFormatException {
    Field field = fields.get(tag);
    if (field == null || index >= field.count) {
      throw damaged();
    }
    return switch (field.type) {
      case 1 -> Byte.toUnsignedInt(file.get(field.place + index));
      case SHORT -> Short.toUnsignedInt(file.getShort(field.place + 2 * index));
      case LONG -> Integer.toUnsignedLong(file.getInt(field.place + 4 * index));
      default -> throw damaged();
    };
  }

  /** The first value of an integer field, or what the standard says for its absence. */
  long number(int tag, long absent) throws ImageFormatException {
    return count(tag) == 0 ? absent : number(tag, /* index= */ 0);
  }

  /** A rational, or NaN where it is absent or divided by zero. */
  double rational(int tag) {
    Field field = fields.get(tag);
    if (field == null || field.type != RATIONAL || field.count == 0) {
      return Double.NaN;
    }
    double below = Integer.toUnsignedLong(file.getInt(field.place + 4));
    return below == 0 ? Double.NaN : Integer.toUnsignedLong(file.getInt(field.place)) / below;
  }

  /** A text, empty where it is absent. */
  String text(int tag) {
    Field field = fields.get(tag);
    if (field == null || field.type != 2) {
      return "";
    }
    String text =
        new String(
            bytes, field.place, Math.min(field.count, MAX_TEXT), StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Changes a field of one SHORT in place, in the bytes that the directory was read from. */
  void overwrite(int tag, int value) {
    Field field = fields.get(tag);
    file.putShort(field.entry + 2, (short) SHORT);
    file.putInt(field.entry + 4, 1);
    file.putShort(field.entry + 8, (short) value);
  }

  private record Field(int type, int count, int place, int entry) {}
}
