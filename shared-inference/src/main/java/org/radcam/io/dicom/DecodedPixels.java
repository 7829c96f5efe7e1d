package org.radcam.io.dicom;

import java.util.Locale;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;

/**
 * Turns frames that a viewer decoded into voxels.
 *
 * <ul>
 *   <li>Refused: frames of another size than the header says, colours of a grey image or the other
 *       way round, floating-point numbers where the file stores integers or the other way round.
 *   <li>Words are cut to the Bits Stored and signed as the header says, as a file's are.
 * </ul>
 */
final class DecodedPixels {
  private static final int COLOUR_CHANNELS = 3;

  private DecodedPixels() {}

  static DicomPixels of(DecodedImage.Frames frames, ImageHeader image, ValueTransform transform)
      throws ImageFormatException {
    PixelLayout layout = image.layout();
    DecodedKind kind = DecodedKind.of(image.header(), layout);
    DicomPixels pixels = new DicomPixels(layout);
    for (int k = 0; k < layout.size().slices(); k++) {
      DecodedFrame frame = frames.frame(k);
      check(frame, kind, layout);
      int offset = k * layout.area();
      if (frame instanceof DecodedFrame.Reals reals) {
        System.arraycopy(reals.values(), 0, pixels.voxels(), offset, layout.area());
      } else {
        pixels.add(samples(frame, layout, transform, k), offset, Optional.empty());
      }
    }
    return pixels;
  }

  private static void check(DecodedFrame frame, DecodedKind kind, PixelLayout layout)
      throws ImageFormatException {
    boolean fits =
        switch (kind) {
          case COLOURS -> frame instanceof DecodedFrame.Colours;
          case REALS -> frame instanceof DecodedFrame.Reals;
          case INTEGERS, INVERTED_INTEGERS ->
              frame instanceof DecodedFrame.Words || frame instanceof DecodedFrame.Rescaled;
        };
    if (!fits) {
      throw new ImageFormatException(
          "The image's decoded pixels are of another kind than its header says, so that their"
              + " values cannot be known: save the image uncompressed, without a palette, and open"
              + " that.");
    }
    int numbers = layout.area() * (kind == DecodedKind.COLOURS ? COLOUR_CHANNELS : 1);
    if (frame.numbers() != numbers) {
      throw new ImageFormatException(
          String.format(
              Locale.ROOT,
              "The DICOM file is malformed: its header announces %,d numbers a frame, and decoding"
                  + " gave %,d.",
              numbers,
              frame.numbers()));
    }
  }

  private static FrameSource.Frame samples(
      DecodedFrame frame, PixelLayout layout, ValueTransform transform, int k)
      throws ImageFormatException {
    if (frame instanceof DecodedFrame.Colours colours) {
      PixelLayout decoded = colours(layout, colours.bits());
      return new FrameSource.Frame(new Samples(colours.data(), decoded, false), 0, decoded);
    }
    DecodedFrame.Words words =
        frame instanceof DecodedFrame.Rescaled rescaled
            ? Unscaling.words(
                rescaled.values(),
                transform.slopeOf(k),
                transform.interceptOf(k),
                layout.bitsAllocated())
            : (DecodedFrame.Words) frame;
    PixelLayout decoded =
        layout.decodedAs(words.bits(), /* decodedPlanar= */ false, layout.photometric());
    return new FrameSource.Frame(new Samples(words.data(), decoded, false), 0, decoded);
  }

  /** As a viewer gives them, whatever they were in the file. */
  private static PixelLayout colours(PixelLayout layout, int bits) {
    return new PixelLayout(
        layout.size(),
        COLOUR_CHANNELS,
        bits,
        bits,
        bits - 1,
        /* signed= */ false,
        /* planar= */ false,
        Photometric.RGB);
  }
}
