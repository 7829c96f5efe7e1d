package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcam.io.dicom.DicomHeader.Value;
import org.radcam.io.format.ImageFormatException;

/**
 * Stands in for a viewer that has decoded a file: gives its header as a data set of its own, and
 * its frames as arrays.
 */
final class Decoded {
  /** What is read as shorts, and must be turned round where the file is big endian. */
  private static final Set<Tag> SHORTS =
      EnumSet.of(
          Tag.SAMPLES_PER_PIXEL,
          Tag.PLANAR_CONFIGURATION,
          Tag.ROWS,
          Tag.COLUMNS,
          Tag.BITS_ALLOCATED,
          Tag.BITS_STORED,
          Tag.HIGH_BIT,
          Tag.PIXEL_REPRESENTATION,
          Tag.PADDING_VALUE,
          Tag.PADDING_RANGE_LIMIT,
          Tag.LUT_DESCRIPTOR,
          Tag.LUT_DATA);

  private final DicomFiles.Contents contents;
  private final PixelLayout layout;

  private Decoded(DicomFiles.Contents contents, PixelLayout layout) {
    this.contents = contents;
    this.layout = layout;
  }

  static Decoded of(byte[] file) throws ImageFormatException {
    DicomFiles.Contents contents = DicomFiles.parse(file);
    return new Decoded(contents, PixelLayout.of(contents.header()));
  }

  /** Explicit little endian; the pixel data is there without a value. */
  byte[] dataSet() {
    return bytes(contents.header());
  }

  private static byte[] bytes(DicomHeader header) {
    DicomBytes out = new DicomBytes(DicomBytes.EXPLICIT);
    for (Tag tag : Tag.values()) {
      int number = (int) Long.parseLong(tag.key().replace(",", ""), 16);
      List<DicomHeader> items = header.items(tag);
      if (tag.isPixelData()) {
        if (header.has(tag)) {
          out.element(number, "OW", new byte[0]);
        }
      } else if (!items.isEmpty()) {
        out.sequence(
            number,
            true,
            items.stream()
                .map(item -> new DicomBytes(DicomBytes.EXPLICIT).raw(bytes(item)))
                .toArray(DicomBytes[]::new));
      } else {
        header.value(tag).ifPresent(value -> out.element(number, "UN", little(header, tag, value)));
      }
    }
    return out.dataSet();
  }

  private static byte[] little(DicomHeader header, Tag tag, Value value) {
    byte[] bytes =
        Arrays.copyOfRange(header.array(), value.offset(), value.offset() + value.length());
    if (header.bigEndian() && SHORTS.contains(tag)) {
      for (int i = 0; i + 1 < bytes.length; i += 2) {
        byte first = bytes[i];
        bytes[i] = bytes[i + 1];
        bytes[i + 1] = first;
      }
    }
    return bytes;
  }

  /** The frame of a file with grey or RGB pixels; grey integers in words of the file's width. */
  DecodedFrame frame(int index) throws ImageFormatException {
    if (!contents.header().has(Tag.PIXEL_DATA)) {
      float[] all = new float[layout.size().voxels()];
      FloatPixels.read(contents.header(), layout, all);
      return new DecodedFrame.Reals(
          Arrays.copyOfRange(all, index * layout.area(), (index + 1) * layout.area()));
    }
    FrameSource.Frame frame =
        FrameSource.of(contents.header(), contents.syntax(), layout).frame(index);
    return layout.samples() == 1 ? words(frame) : colours(frame);
  }

  private DecodedFrame words(FrameSource.Frame frame) {
    int bits = Math.max(Byte.SIZE, layout.bitsAllocated());
    ByteBuffer data =
        ByteBuffer.allocate(bits / Byte.SIZE * layout.area()).order(ByteOrder.LITTLE_ENDIAN);
    int shift = layout.highBit() + 1 - layout.bitsStored();
    for (int p = 0; p < layout.area(); p++) {
      long word = frame.samples().at(frame.first() + p) << shift;
      switch (bits) {
        case Byte.SIZE -> data.put((byte) word);
        case Short.SIZE -> data.putShort((short) word);
        default -> data.putInt((int) word);
      }
    }
    return new DecodedFrame.Words(data.flip(), bits);
  }

  private DecodedFrame colours(FrameSource.Frame frame) {
    int bits = layout.bitsAllocated();
    ByteBuffer data =
        ByteBuffer.allocate(3 * bits / Byte.SIZE * layout.area()).order(ByteOrder.LITTLE_ENDIAN);
    for (int p = 0; p < layout.area(); p++) {
      for (int c = 0; c < 3; c++) {
        long at = frame.first() + (frame.layout().planar() ? c * layout.area() + p : 3L * p + c);
        long number = frame.samples().at(at);
        if (bits == Byte.SIZE) {
          data.put((byte) number);
        } else {
          data.putShort((short) number);
        }
      }
    }
    return new DecodedFrame.Colours(data.flip(), bits);
  }

  /** Why such a file's pixels are not given to the bit; empty for the others. */
  Optional<String> inexact() {
    return switch (layout.photometric()) {
      case PALETTE_COLOR -> Optional.of("a viewer gives a palette's colours with 8 bits");
      case YBR_FULL, YBR_FULL_422 -> Optional.of("a viewer makes RGB of YBR its own way");
      default -> Optional.empty();
    };
  }
}
