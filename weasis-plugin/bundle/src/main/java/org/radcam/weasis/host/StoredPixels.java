package org.radcam.weasis.host;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.radcam.io.dicom.DecodedFrame;
import org.radcam.io.dicom.DecodedKind;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.opencv.data.PlanarImage;

/**
 * The pixels of an image as Weasis decodes them, and what it did to them.
 *
 * <p>What Weasis 4.6 and 4.7 do on loading ({@code DicomMediaIO.getImageFragment}, {@code
 * DicomImageReader.getPlanarImage} of weasis-dicom-tools 5.34 and 5.35):
 *
 * <ul>
 *   <li>Decoded integers are the file's words. Uncompressed ones are not cut to the Bits Stored,
 *       nor is their sign extended; embedded overlays are masked out, in the words. The library
 *       cuts and signs them as it does those of a file. Whether the array is called signed says
 *       nothing.
 *   <li>Where a Rescale Slope is below 0.5 (negative ones too), or what it gives does not fit into
 *       the Bits Allocated, the array holds floats, slope x word + intercept in single precision.
 *       The library takes that back ({@link DecodedFrame.Rescaled}).
 *   <li>Of MONOCHROME1 such floats are mirrored, too, at a value that cannot be known from outside
 *       and changes when Weasis decodes the image again: refused.
 *   <li>Without a slope that asks for it nothing is rescaled; padding stays as it is; a Modality
 *       LUT and MONOCHROME1's inversion come later, for display. So does stretching to square
 *       pixels: the array has the file's columns and rows.
 *   <li>Colours are blue, green, red; those of a palette have been looked up, with 8 bits.
 * </ul>
 *
 * <p>The image is decoded anew and belongs to the caller: those in the viewer's cache may be freed
 * at any moment by another thread, while they are copied.
 */
final class StoredPixels {
  /** Depths of OpenCV, which are the same in all its versions. */
  private static final int BYTE = 0;

  private static final int SIGNED_BYTE = 1;
  private static final int SHORT = 2;
  private static final int SIGNED_SHORT = 3;
  private static final int INTEGER = 4;
  private static final int FLOAT = 5;
  private static final int DOUBLE = 6;

  private static final int COLOURS = 3;

  private StoredPixels() {}

  /**
   * Decodes an image.
   *
   * @param header of its file
   * @param kind of pixels that the header announces
   */
  static DecodedFrame of(DicomImageElement element, Attributes header, DecodedKind kind)
      throws ImageFormatException {
    try (PlanarImage image = decode(element)) {
      if (image == null) {
        throw undecodable(null);
      }
      return frame(image, header, kind);
    }
  }

  private static PlanarImage decode(DicomImageElement element) throws ImageFormatException {
    try {
      return element.getMediaReader().getImageFragment(element);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw undecodable(e);
    }
  }

  private static ImageFormatException undecodable(Exception cause) {
    return new ImageFormatException(
        "Weasis cannot decode one of its images (or its file is gone): open the series again.",
        cause);
  }

  private static DecodedFrame frame(PlanarImage image, Attributes header, DecodedKind kind)
      throws ImageFormatException {
    int columns = header.getInt(Tag.Columns, 0);
    int rows = header.getInt(Tag.Rows, 0);
    if (image.width() != columns || image.height() != rows) {
      throw new ImageFormatException(
          "Weasis decodes one of its images to %d x %d pixels, but the file's header says %d x %d:"
                  .formatted(image.width(), image.height(), columns, rows)
              + " the file is damaged. Fetch or export the series anew.");
    }
    int channels = image.channels();
    int numbers =
        ImageLimits.check(image.width(), image.height(), 1, channels * (double) Double.BYTES)
                .voxels()
            * channels;
    if (channels == COLOURS) {
      return colours(image, numbers);
    }
    if (channels != 1) {
      throw unknown();
    }
    return switch (image.depth()) {
      case BYTE, SIGNED_BYTE -> DecodedFrame.words(bytes(image, numbers));
      case SHORT, SIGNED_SHORT -> DecodedFrame.words(shorts(image, numbers));
      case INTEGER -> {
        int[] words = new int[numbers];
        copied(image.get(0, 0, words));
        yield DecodedFrame.words(words);
      }
      case FLOAT -> {
        float[] values = new float[numbers];
        copied(image.get(0, 0, values));
        yield floats(values, header, kind);
      }
      case DOUBLE -> {
        double[] values = new double[numbers];
        copied(image.get(0, 0, values));
        yield floats(single(values), header, kind);
      }
      default -> throw unknown();
    };
  }

  private static DecodedFrame floats(float[] values, Attributes header, DecodedKind kind)
      throws ImageFormatException {
    return switch (kind) {
      case INTEGERS -> new DecodedFrame.Rescaled(values);
      case REALS -> {
        if (header.contains(Tag.RescaleSlope)) {
          throw changed();
        }
        yield new DecodedFrame.Reals(values);
      }
      case INVERTED_INTEGERS, COLOURS -> throw changed();
    };
  }

  private static float[] single(double[] values) {
    float[] singles = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      singles[i] = (float) values[i];
    }
    return singles;
  }

  /** Blue, green, red turned into red, green, blue. */
  private static DecodedFrame colours(PlanarImage image, int numbers) throws ImageFormatException {
    switch (image.depth()) {
      case BYTE -> {
        byte[] colours = bytes(image, numbers);
        for (int i = 0; i < numbers; i += COLOURS) {
          byte blue = colours[i];
          colours[i] = colours[i + 2];
          colours[i + 2] = blue;
        }
        return DecodedFrame.colours(colours);
      }
      case SHORT -> {
        short[] colours = shorts(image, numbers);
        for (int i = 0; i < numbers; i += COLOURS) {
          short blue = colours[i];
          colours[i] = colours[i + 2];
          colours[i + 2] = blue;
        }
        return DecodedFrame.colours(colours);
      }
      default -> throw unknown();
    }
  }

  private static byte[] bytes(PlanarImage image, int numbers) throws ImageFormatException {
    byte[] bytes = new byte[numbers];
    copied(image.get(0, 0, bytes));
    return bytes;
  }

  private static short[] shorts(PlanarImage image, int numbers) throws ImageFormatException {
    short[] shorts = new short[numbers];
    copied(image.get(0, 0, shorts));
    return shorts;
  }

  /** An image that was freed gives nothing. */
  private static void copied(int count) throws ImageFormatException {
    if (count <= 0) {
      throw undecodable(null);
    }
  }

  private static ImageFormatException unknown() {
    return new ImageFormatException(
        "Weasis decodes its pixels to numbers of a kind that RadCAM does not know: save the series"
            + " uncompressed, as grey or RGB, and open that.");
  }

  private static ImageFormatException changed() {
    return new ImageFormatException(
        "Weasis gives its values rescaled, so that those in the file cannot be known (Rescale"
            + " Slope together with MONOCHROME1 or floating-point pixels). Classify the file in Fiji.");
  }
}
