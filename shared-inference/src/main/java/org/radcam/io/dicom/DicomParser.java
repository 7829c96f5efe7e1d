package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcam.io.dicom.DicomHeader.Value;
import org.radcam.io.format.ImageFormatException;

/**
 * Walks over the data elements of a DICOM data set (PS3.5 chapter 7) and keeps those of {@link
 * Tag}.
 *
 * <ul>
 *   <li>Lengths are believed only inside what encloses them, and every step goes forward.
 *   <li>Sequences of given or undefined length may nest {@value #MAX_DEPTH} deep.
 *   <li>An element of an explicit data set whose value representation is not two capital letters is
 *       read as an implicit one: some writers mix them.
 *   <li>Unknown (UN) of undefined length is an implicit little-endian sequence (PS3.5 6.2.2).
 *   <li>After the pixel data a broken remainder does no harm and is left.
 * </ul>
 */
final class DicomParser {
  private static final int ITEM = 0xFFFE_E000;
  private static final int ITEM_END = 0xFFFE_E00D;
  private static final int SEQUENCE_END = 0xFFFE_E0DD;
  private static final int UNDEFINED = -1;

  /** Real files nest about six deep (structured reports somewhat deeper). */
  private static final int MAX_DEPTH = 32;

  /** An enhanced image has some five items a frame; this is far above any real one. */
  private static final int MAX_ITEMS = 500_000;

  /** Value representations whose length takes four bytes after two reserved (PS3.5 7.1.2). */
  private static final Set<String> LONG =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private final byte[] data;
  private final ByteBuffer buffer;
  private final boolean bigEndian;
  private int items;

  DicomParser(byte[] data, boolean bigEndian) {
    this.data = data;
    this.bigEndian = bigEndian;
    this.buffer =
        ByteBuffer.wrap(data).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /** The whole data set from {@code at} to the end of the data. */
  DicomHeader dataSet(int at, boolean explicit) throws ImageFormatException {
    DicomHeader header = new DicomHeader(data, bigEndian);
    try {
      elements(Optional.of(header), at, data.length, explicit, /* depth= */ 0);
    } catch (ImageFormatException e) {
      if (!header.has(Tag.PIXEL_DATA)
          && !header.has(Tag.FLOAT_PIXEL_DATA)
          && !header.has(Tag.DOUBLE_PIXEL_DATA)) {
        throw e;
      }
    }
    return header;
  }

  /** The file meta information (group 0002); returns where the data set begins. */
  int metaInformation(int from, DicomHeader meta) throws ImageFormatException {
    int at = from;
    while (at + 8 <= data.length && buffer.getShort(at) == 2) {
      Element element = element(at, data.length, /* explicit= */ true);
      if (element.length == UNDEFINED || element.length > data.length - element.value) {
        throw cutOff();
      }
      keep(Optional.of(meta), element, (int) element.length);
      at = element.value + (int) element.length;
    }
    return at;
  }

  /** Returns the position after the elements: {@code to}, or behind the end of their item. */
  private int elements(Optional<DicomHeader> into, int from, int to, boolean explicit, int depth)
      throws ImageFormatException {
    int at = from;
    while (to - at >= 8) {
      Element element = element(at, to, explicit);
      if (element.tag == ITEM_END || element.tag == SEQUENCE_END) {
        if (depth > 0) {
          return element.tag == ITEM_END ? at + 8 : at;
        }
        at += 8; // a stray end at top level
        continue;
      }
      if (element.length == UNDEFINED) {
        if (depth == 0 && element.is(Tag.PIXEL_DATA)) {
          int offset = element.value;
          into.ifPresent(
              header ->
                  header.put(
                      Tag.PIXEL_DATA,
                      new Value(offset, Value.ENCAPSULATED, data.length - offset, false)));
          return to;
        }
        at = sequence(into, element, to, explicit, depth);
        continue;
      }
      int available = to - element.value;
      if (element.length > available) {
        if (depth == 0 && element.kept.isPresent() && element.kept.get().isPixelData()) {
          keep(into, element, available);
          return to;
        }
        throw cutOff();
      }
      int end = element.value + (int) element.length;
      if (into.isPresent() && element.kept.isPresent() && element.kept.get().isSequence()) {
        sequence(into, element, end, explicit, depth);
      } else {
        keep(into, element, (int) element.length);
      }
      at = end;
    }
    if (depth > 0 && at != to) {
      throw cutOff();
    }
    return to;
  }

  private int sequence(
      Optional<DicomHeader> into, Element element, int to, boolean explicit, int depth)
      throws ImageFormatException {
    if (depth >= MAX_DEPTH) {
      throw new ImageFormatException(
          "The DICOM file is malformed: its sequences nest more than " + MAX_DEPTH + " deep.");
    }
    boolean kept = into.isPresent() && element.kept.isPresent() && element.kept.get().isSequence();
    boolean itemsExplicit = explicit && !element.vr.equals("UN");
    List<DicomHeader> headers = new ArrayList<>();
    int at = element.value;
    while (to - at >= 8) {
      int tag = tag(at);
      long length = buffer.getInt(at + 4);
      at += 8;
      if (tag == SEQUENCE_END) {
        break;
      }
      if (tag != ITEM || (kept && ++items > MAX_ITEMS)) {
        throw new ImageFormatException(
            "The DICOM file is malformed: one of its sequences is broken.");
      }
      Optional<DicomHeader> item =
          kept ? Optional.of(new DicomHeader(data, bigEndian)) : Optional.empty();
      item.ifPresent(headers::add);
      if (length == UNDEFINED) {
        at = elements(item, at, to, itemsExplicit, depth + 1);
      } else {
        length = Integer.toUnsignedLong((int) length);
        if (length > to - at) {
          throw cutOff();
        }
        int end = at + (int) length;
        if (kept) {
          elements(item, at, end, itemsExplicit, depth + 1);
        }
        at = end;
      }
    }
    if (kept) {
      into.get().put(element.kept.get(), headers);
    }
    return at;
  }

  private static void keep(Optional<DicomHeader> into, Element element, int length) {
    if (into.isPresent() && element.kept.isPresent() && !element.kept.get().isSequence()) {
      into.get()
          .put(
              element.kept.get(),
              new Value(element.value, length, element.length, element.vr.equals("OW")));
    }
  }

  private Element element(int at, int to, boolean explicit) throws ImageFormatException {
    int tag = tag(at);
    if (!explicit || tag >>> 16 == 0xFFFE || !isLetters(at + 4)) {
      return new Element(tag, "", length(at + 4), at + 8);
    }
    String vr = "" + (char) data[at + 4] + (char) data[at + 5];
    if (!LONG.contains(vr)) {
      return new Element(tag, vr, Short.toUnsignedLong(buffer.getShort(at + 6)), at + 8);
    }
    if (to - at < 12) {
      throw cutOff();
    }
    return new Element(tag, vr, length(at + 8), at + 12);
  }

  private boolean isLetters(int at) {
    return data[at] >= 'A' && data[at] <= 'Z' && data[at + 1] >= 'A' && data[at + 1] <= 'Z';
  }

  private long length(int at) {
    int length = buffer.getInt(at);
    return length == UNDEFINED ? UNDEFINED : Integer.toUnsignedLong(length);
  }

  private int tag(int at) {
    return (buffer.getShort(at) << 16) | Short.toUnsignedInt(buffer.getShort(at + 2));
  }

  static ImageFormatException cutOff() {
    return new ImageFormatException(
        "The DICOM file is cut off or malformed: one of its attributes reaches beyond its end. Copy"
            + " or export it again.");
  }

  private record Element(int tag, String vr, long length, int value, Optional<Tag> kept) {
    Element(int tag, String vr, long length, int value) {
      this(tag, vr, length, value, Tag.of(tag));
    }

    boolean is(Tag other) {
      return kept.isPresent() && kept.get() == other;
    }
  }
}
