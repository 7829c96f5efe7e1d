package org.radcam.io.dicom;

import org.radcam.image.Size;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * How the pixels of a DICOM image are laid out (Image Pixel module, PS3.3 C.7.6.3), checked.
 *
 * @param size columns, rows and frames
 * @param samples channels of a pixel
 * @param bitsAllocated bits of a sample in the file: 1, 8, 16 or 32 (64 for doubles)
 * @param bitsStored bits of a sample that count
 * @param highBit the highest of them
 * @param signed whether samples are in two's complement, never so in colour
 * @param planar whether a frame has one channel behind the other
 * @param photometric what samples mean
 */
record PixelLayout(
    Size size,
    int samples,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean planar,
    Photometric photometric) {

  /** The layout that a header describes. */
  static PixelLayout of(DicomHeader header) throws ImageFormatException {
    return of(header, (long) Math.max(1, header.decimal(Tag.NUMBER_OF_FRAMES).orElse(1)));
  }

  /** The layout of a single frame of those that a header describes. */
  static PixelLayout ofFrame(DicomHeader header) throws ImageFormatException {
    return of(header, 1);
  }

  private static PixelLayout of(DicomHeader header, long frames) throws ImageFormatException {
    int samples = header.unsigned(Tag.SAMPLES_PER_PIXEL).orElse(1);
    Photometric photometric = Photometric.of(header);
    if (samples != photometric.samples()) {
      throw contradictory(Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC);
    }
    int allocated = required(header, Tag.BITS_ALLOCATED);
    int stored = header.unsigned(Tag.BITS_STORED).orElse(allocated);
    int high = header.unsigned(Tag.HIGH_BIT).orElse(stored - 1);
    boolean real = header.has(Tag.FLOAT_PIXEL_DATA) || header.has(Tag.DOUBLE_PIXEL_DATA);
    boolean read =
        switch (allocated) {
          case 8, 16 -> true;
          case 1, 32 -> samples == 1;
          case 64 -> real;
          default -> false;
        };
    if (!read) {
      throw new ImageFormatException(
          "The DICOM image has "
              + allocated
              + " bits a sample and "
              + samples
              + " samples a pixel, which RadCAM does not read.");
    }
    if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
      throw contradictory(Tag.BITS_STORED, Tag.HIGH_BIT);
    }
    Size size =
        ImageLimits.check(
            required(header, Tag.COLUMNS),
            required(header, Tag.ROWS),
            frames,
            samples * allocated / 8.0);
    if (photometric == Photometric.YBR_FULL_422 && size.columns() % 2 != 0) {
      throw contradictory(Tag.COLUMNS, Tag.PHOTOMETRIC);
    }
    return new PixelLayout(
        size,
        samples,
        allocated,
        stored,
        high,
        samples == 1 && header.unsigned(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
        samples > 1 && header.unsigned(Tag.PLANAR_CONFIGURATION).orElse(0) == 1,
        photometric);
  }

  /** Pixels of a frame. */
  int area() {
    return size.columns() * size.rows();
  }

  /** Bits of an uncompressed frame; frames of single bits follow each other without a gap. */
  long frameBits() {
    // Two pixels share their two chrominance samples.
    int perPixel = photometric == Photometric.YBR_FULL_422 ? 2 : samples;
    return (long) area() * perPixel * bitsAllocated;
  }

  PixelLayout ofOneFrame() {
    return new PixelLayout(
        Size.of(size.columns(), size.rows()),
        samples,
        bitsAllocated,
        bitsStored,
        highBit,
        signed,
        planar,
        photometric);
  }

  /** The same pixels, as a decoder gives them. */
  PixelLayout decodedAs(int allocated, boolean decodedPlanar, Photometric meaning) {
    return new PixelLayout(
        size,
        samples,
        allocated,
        Math.min(bitsStored, allocated),
        Math.min(highBit, allocated - 1),
        signed,
        decodedPlanar,
        meaning);
  }

  private static int required(DicomHeader header, Tag tag) throws ImageFormatException {
    return header
        .unsigned(tag)
        .orElseThrow(
            () ->
                new ImageFormatException(
                    "The DICOM file is malformed: its image lacks the attribute " + tag + "."));
  }

  private static ImageFormatException contradictory(Tag one, Tag other) {
    return new ImageFormatException(
        "The DICOM file is malformed: its attributes " + one + " and " + other + " contradict.");
  }
}
