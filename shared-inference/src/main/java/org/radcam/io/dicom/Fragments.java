package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.radcam.io.format.ImageFormatException;

/**
 * The fragments of encapsulated pixel data (PS3.5 A.4), put together to frames.
 *
 * <ul>
 *   <li>One frame: all fragments.
 *   <li>As many fragments as frames: one each.
 *   <li>Else the basic offset table tells which fragments make a frame.
 *   <li>Without it, a fragment that ends with the end marker of a JPEG ends a frame.
 *   <li>Otherwise the file is refused.
 * </ul>
 */
final class Fragments {
  private static final int ITEM = 0xFFFE_E000;
  private static final int SEQUENCE_END = 0xFFFE_E0DD;

  /** As many as a long video has; real images have some hundreds. */
  private static final int MAX_FRAGMENTS = 1_000_000;

  private final ByteBuffer data;
  private final int first;
  private final List<Range> fragments = new ArrayList<>();
  private final List<Long> offsets = new ArrayList<>();

  /** Fragments from {@code start}, the place of the basic offset table's item. */
  Fragments(byte[] bytes, int start) throws ImageFormatException {
    data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Range table = item(start);
    for (int at = table.from; at + 4 <= table.to; at += 4) {
      offsets.add(Integer.toUnsignedLong(data.getInt(at)));
    }
    first = table.to;
    int at = first;
    while (data.limit() - at >= 8 && tag(at) != SEQUENCE_END) {
      Range fragment = item(at);
      if (fragments.size() == MAX_FRAGMENTS) {
        throw cutOff();
      }
      fragments.add(fragment);
      at = fragment.to;
    }
  }

  /** The bytes of each frame. */
  List<ByteBuffer> frames(int count) throws ImageFormatException {
    List<ByteBuffer> frames = new ArrayList<>();
    if (fragments.isEmpty()) {
      throw cutOff();
    }
    if (count == 1) {
      frames.add(join(0, fragments.size()));
    } else if (fragments.size() == count) {
      for (int i = 0; i < count; i++) {
        frames.add(join(i, i + 1));
      }
    } else if (offsets.size() == count) {
      int begin = 0;
      for (int frame = 0; frame < count; frame++) {
        int end = frame + 1 < count ? startOf(frame + 1, begin + 1, count) : fragments.size();
        frames.add(join(begin, end));
        begin = end;
      }
    } else {
      int begin = 0;
      for (int i = 0; i < fragments.size(); i++) {
        if (endsJpeg(fragments.get(i))) {
          frames.add(join(begin, i + 1));
          begin = i + 1;
        }
      }
      if (frames.size() != count || begin != fragments.size()) {
        throw unclear(count);
      }
    }
    return frames;
  }

  /** The fragment where a frame starts, searched from the one behind its predecessor's first. */
  private int startOf(int frame, int from, int count) throws ImageFormatException {
    for (int i = from; i < fragments.size(); i++) {
      if (fragments.get(i).from - 8 - first == offsets.get(frame)) {
        return i;
      }
    }
    throw unclear(count);
  }

  /** Whether the last bytes, behind which one byte may be padding, are FF D9. */
  private boolean endsJpeg(Range fragment) {
    for (int at = fragment.to - 2; at >= Math.max(fragment.from, fragment.to - 3); at--) {
      if (data.getShort(at) == (short) 0xD9FF) {
        return true;
      }
    }
    return false;
  }

  private ByteBuffer join(int begin, int end) {
    if (end - begin == 1) {
      return fragments.get(begin).in(data);
    }
    int length = 0;
    for (Range range : fragments.subList(begin, end)) {
      length += range.to - range.from;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (Range range : fragments.subList(begin, end)) {
      joined.put(range.in(data));
    }
    return joined.flip();
  }

  private Range item(int at) throws ImageFormatException {
    if (data.limit() - at < 8 || tag(at) != ITEM) {
      throw cutOff();
    }
    long length = Integer.toUnsignedLong(data.getInt(at + 4));
    if (length > data.limit() - at - 8) {
      throw cutOff();
    }
    return new Range(at + 8, at + 8 + (int) length);
  }

  private int tag(int at) {
    return (data.getShort(at) << 16) | Short.toUnsignedInt(data.getShort(at + 2));
  }

  private static ImageFormatException cutOff() {
    return new ImageFormatException(
        "The DICOM file's compressed pixels are cut off or damaged: copy or export it again.");
  }

  private ImageFormatException unclear(int count) {
    return new ImageFormatException(
        "The DICOM file does not tell which of its "
            + fragments.size()
            + " compressed fragments make up which of its "
            + count
            + " frames: decompress it first, for example by \"gdcmconv --raw IN OUT\".");
  }

  private record Range(int from, int to) {
    ByteBuffer in(ByteBuffer data) {
      return data.slice(from, to - from);
    }
  }
}
