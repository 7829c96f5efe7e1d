package org.radcam.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes small TIFF files for tests, one page with one strip, any field right or wrong. */
final class TiffBytes {
  private static final Set<Integer> SHORTS =
      Set.of(
          TiffDirectory.BITS,
          TiffDirectory.COMPRESSION,
          TiffDirectory.PHOTOMETRIC,
          TiffDirectory.CHANNELS,
          TiffDirectory.COLOR_MAP,
          TiffDirectory.SAMPLE_FORMAT);

  private final ByteOrder order;
  private final Map<Integer, long[]> numbers = new TreeMap<>();
  private String description = "";

  TiffBytes(ByteOrder order, int columns, int rows, int bits) {
    this.order = order;
    field(TiffDirectory.WIDTH, columns);
    field(TiffDirectory.HEIGHT, rows);
    field(TiffDirectory.BITS, bits);
    field(TiffDirectory.COMPRESSION, 1);
    field(TiffDirectory.PHOTOMETRIC, 1);
    field(TiffDirectory.CHANNELS, 1);
    field(TiffDirectory.ROWS_PER_STRIP, rows);
  }

  /** A field of SHORTs where the standard says so, else of LONGs. */
  TiffBytes field(int tag, long... values) {
    numbers.put(tag, values);
    return this;
  }

  TiffBytes description(String text) {
    description = text + "\0";
    return this;
  }

  /** A file of one page with more directories like it behind its end, which share its data. */
  static byte[] repeated(byte[] file, int pages) {
    ByteOrder order = file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int entries = ByteBuffer.wrap(file).order(order).getShort(8);
    int length = 2 + 12 * entries + 4;
    int start = (file.length + 1) / 2 * 2;
    ByteBuffer all = ByteBuffer.allocate(start + (pages - 1) * length).order(order).put(file);
    int last = 8;
    for (int page = 1; page < pages; page++) {
      int at = start + (page - 1) * length;
      all.put(at, file, 8, length);
      all.putInt(last + length - 4, at);
      last = at;
    }
    return all.array();
  }

  /** The file, its page's data behind the directory. */
  byte[] with(byte[] data) {
    numbers.putIfAbsent(TiffDirectory.STRIP_BYTES, new long[] {data.length});
    numbers.putIfAbsent(TiffDirectory.STRIP_OFFSETS, new long[1]);
    byte[] text = description.getBytes(StandardCharsets.ISO_8859_1);
    int entries = numbers.size() + (text.length > 0 ? 1 : 0);
    int lists = 8 + 2 + 12 * entries + 4;
    int lengths = numbers.values().stream().mapToInt(v -> v.length > 1 ? 4 * v.length : 0).sum();
    int strip = lists + lengths + text.length;
    Arrays.fill(numbers.get(TiffDirectory.STRIP_OFFSETS), strip);
    ByteBuffer file = ByteBuffer.allocate(strip + data.length).order(order);
    file.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
    file.putShort((short) 42).putInt(8).putShort((short) entries);
    int list = lists;
    boolean described = text.length == 0;
    for (Map.Entry<Integer, long[]> field : numbers.entrySet()) {
      if (!described && field.getKey() > TiffDirectory.DESCRIPTION) {
        file.putShort((short) TiffDirectory.DESCRIPTION).putShort((short) 2).putInt(text.length);
        file.putInt(lists + lengths);
        described = true;
      }
      long[] values = field.getValue();
      boolean shorts = SHORTS.contains(field.getKey());
      file.putShort((short) (int) field.getKey());
      file.putShort((short) (shorts ? 3 : 4)).putInt(values.length);
      int inline = file.position();
      int at = values.length == 1 ? inline : list;
      for (long value : values) {
        if (shorts) {
          file.putShort(at, (short) value);
        } else {
          file.putInt(at, (int) value);
        }
        at += shorts ? 2 : 4;
      }
      file.putInt(inline, values.length == 1 ? file.getInt(inline) : list);
      file.position(inline + 4);
      list += values.length == 1 ? 0 : 4 * values.length;
    }
    file.putInt(0);
    byte[] bytes = new byte[file.capacity()];
    file.position(lists + lengths);
    file.put(text).put(data).rewind().get(bytes);
    return bytes;
  }
}
