package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.radcam.image.Size;
import org.radcam.io.dicom.DicomHeader.Value;
import org.radcam.io.format.ImageFormatException;

/** Gives an image's frames one by one, decompressed. */
interface FrameSource {
  /** One frame's samples, laid out as {@link Frame#layout()} says. */
  Frame frame(int index) throws ImageFormatException;

  /**
   * A frame.
   *
   * @param samples where its samples are
   * @param first index of its first sample
   * @param layout how they are laid out; decompression may have changed the file's layout
   */
  record Frame(Samples samples, long first, PixelLayout layout) {}

  /** The frames of a file's Pixel Data: as many as the layout has slices. */
  static FrameSource of(DicomHeader header, TransferSyntax syntax, PixelLayout layout)
      throws ImageFormatException {
    return of(header, syntax, layout, layout.size().slices());
  }

  /**
   * So many frames, of which each has the layout's columns and rows: a segmentation's may be more
   * than a volume can hold.
   */
  static FrameSource of(DicomHeader header, TransferSyntax syntax, PixelLayout layout, int frames)
      throws ImageFormatException {
    Value pixels =
        header
            .value(Tag.PIXEL_DATA)
            .orElseThrow(
                () ->
                    new ImageFormatException(
                        "The DICOM file's image has no pixels: its attribute "
                            + Tag.PIXEL_DATA
                            + " is empty."));
    if ((pixels.length() == Value.ENCAPSULATED) == (syntax.codec() == TransferSyntax.Codec.NONE)) {
      throw new ImageFormatException(
          "The DICOM file is malformed: it says of its pixels both that they are compressed and that"
              + " they are not.");
    }
    return switch (syntax.codec()) {
      case NONE -> uncompressed(header, pixels, layout, frames);
      case RLE -> rle(new Fragments(header.array(), pixels.offset()), layout, frames);
      case JPEG -> JpegFrames.of(new Fragments(header.array(), pixels.offset()), layout);
      case OTHER -> throw syntax.refused();
    };
  }

  private static FrameSource uncompressed(
      DicomHeader header, Value pixels, PixelLayout layout, int count) throws ImageFormatException {
    long needed = (layout.frameBits() * count + 7) / 8;
    if (pixels.length() < needed) {
      throw new ImageFormatException(
          String.format(
              Locale.ROOT,
              "The DICOM file is cut off: its header announces %s%s pixels in %,d bytes, but it holds"
                  + " %,d of them. Copy or export it again.",
              Size.of(layout.size().columns(), layout.size().rows()),
              count == 1 ? "" : " x " + count,
              needed,
              pixels.length()));
    }
    ByteBuffer data =
        ByteBuffer.wrap(header.array(), pixels.offset(), pixels.length())
            .slice()
            .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean swapped = header.bigEndian() && pixels.words() && layout.bitsAllocated() == 8;
    Samples samples = new Samples(data, layout, swapped && pixels.length() % 2 == 0);
    long perFrame = layout.frameBits() / layout.bitsAllocated();
    return index -> new Frame(samples, index * perFrame, layout);
  }

  private static FrameSource rle(Fragments fragments, PixelLayout layout, int count)
      throws ImageFormatException {
    if (layout.bitsAllocated() % 8 != 0 || layout.photometric() == Photometric.YBR_FULL_422) {
      throw TransferSyntax.refused("RLE in a layout that the standard does not allow");
    }
    List<ByteBuffer> frames = fragments.frames(count);
    for (ByteBuffer frame : frames) {
      if (layout.frameBits() / 8 > (long) RleDecoder.LARGEST_EXPANSION * frame.limit()) {
        throw RleDecoder.damaged();
      }
    }
    PixelLayout decoded =
        layout.decodedAs(layout.bitsAllocated(), layout.samples() > 1, layout.photometric());
    return index -> {
      byte[] bytes = RleDecoder.decode(frames.get(index), layout);
      ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      return new Frame(new Samples(data, decoded, /* swappedBytes= */ false), 0, decoded);
    };
  }
}
