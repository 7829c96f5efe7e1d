package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.util.List;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.JpegPixels;

/**
 * Frames compressed as JPEG of 8 bits, baseline or extended. Of colour the file's Photometric
 * Interpretation is believed only where the JPEG does not say itself whether it is RGB or YCbCr.
 */
final class JpegFrames {
  private static final int BITS = 8;

  private JpegFrames() {}

  static FrameSource of(Fragments fragments, PixelLayout layout) throws ImageFormatException {
    List<ByteBuffer> frames = fragments.frames(layout.size().slices());
    long stored = 0;
    for (ByteBuffer frame : frames) {
      stored += frame.remaining();
    }
    ImageLimits.checkExpansion((double) layout.size().voxels() * layout.samples(), stored);
    return index -> frame(frames.get(index), layout);
  }

  private static FrameSource.Frame frame(ByteBuffer encoded, PixelLayout layout)
      throws ImageFormatException {
    byte[] bytes = new byte[encoded.remaining()];
    encoded.duplicate().get(bytes);
    JpegPixels pixels = JpegPixels.open(bytes);
    if (pixels.bits() != BITS) {
      throw TransferSyntax.refused("JPEG of " + pixels.bits() + " bits");
    }
    if (pixels.columns() != layout.size().columns()
        || pixels.rows() != layout.size().rows()
        || pixels.channels() != layout.samples()) {
      throw new ImageFormatException(
          "The DICOM file is malformed: its compressed pixels are "
              + pixels.columns()
              + " x "
              + pixels.rows()
              + " with "
              + pixels.channels()
              + " samples, and its header says "
              + layout.size().columns()
              + " x "
              + layout.size().rows()
              + " with "
              + layout.samples()
              + ".");
    }
    PixelLayout decoded =
        layout.decodedAs(BITS, /* decodedPlanar= */ false, meaning(pixels, layout));
    ByteBuffer data = ByteBuffer.wrap(pixels.decode());
    return new FrameSource.Frame(new Samples(data, decoded, false), 0, decoded);
  }

  private static Photometric meaning(JpegPixels pixels, PixelLayout layout) {
    if (layout.samples() == 1) {
      return layout.photometric();
    }
    boolean rgb = layout.photometric() == Photometric.RGB;
    return pixels.luminanceChrominance().orElse(!rgb) ? Photometric.YBR_FULL : Photometric.RGB;
  }
}
