package org.radcam.io.dicom;

import java.util.Optional;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.Luminance;

/**
 * Turns frames into grey voxels: monochrome as the stored values, colour as {@link Luminance}.
 *
 * <p>YBR becomes RGB by the full-range equations of PS3.3 C.7.6.3.1.2, rounded; a palette by its
 * tables.
 */
final class DicomPixels {
  private final PixelLayout layout;
  private final float[] voxels;
  private boolean colour;

  DicomPixels(PixelLayout layout) {
    this.layout = layout;
    this.voxels = new float[layout.size().voxels()];
  }

  /** All frames of a file, one behind the other. */
  static DicomPixels decode(DicomHeader header, TransferSyntax syntax, PixelLayout layout)
      throws ImageFormatException {
    if (!header.has(Tag.PIXEL_DATA)) {
      DicomPixels pixels = new DicomPixels(layout);
      FloatPixels.read(header, layout, pixels.voxels);
      return pixels;
    }
    FrameSource frames = FrameSource.of(header, syntax, layout);
    boolean indexed = layout.photometric() == Photometric.PALETTE_COLOR;
    Optional<Palette> palette =
        indexed ? Optional.of(Palette.of(header, layout.signed())) : Optional.empty();
    DicomPixels pixels = new DicomPixels(layout);
    for (int k = 0; k < layout.size().slices(); k++) {
      pixels.add(frames.frame(k), k * layout.area(), palette);
    }
    return pixels;
  }

  /** Adds a frame; {@code offset} is that of its first voxel. */
  void add(FrameSource.Frame frame, int offset, Optional<Palette> palette) {
    switch (frame.layout().photometric()) {
      case MONOCHROME1, MONOCHROME2 -> grey(frame, offset);
      case PALETTE_COLOR -> palette(frame, offset, palette.orElseThrow());
      case RGB, YBR_FULL, YBR_FULL_422 -> colour(frame, offset);
    }
  }

  float[] voxels() {
    return voxels;
  }

  /** Whether any pixel's channels differ. */
  boolean isColour() {
    return colour;
  }

  private void grey(FrameSource.Frame frame, int offset) {
    for (int p = 0; p < layout.area(); p++) {
      voxels[offset + p] = frame.samples().at(frame.first() + p);
    }
  }

  private void palette(FrameSource.Frame frame, int offset, Palette palette) {
    for (int p = 0; p < layout.area(); p++) {
      long stored = frame.samples().at(frame.first() + p);
      set(
          offset + p,
          palette.red().of(stored),
          palette.green().of(stored),
          palette.blue().of(stored));
    }
  }

  private void colour(FrameSource.Frame frame, int offset) {
    Samples samples = frame.samples();
    Photometric photometric = frame.layout().photometric();
    int area = layout.area();
    int centre = 1 << (frame.layout().bitsStored() - 1);
    for (int p = 0; p < area; p++) {
      long at0;
      long at1;
      long at2;
      if (photometric == Photometric.YBR_FULL_422) { // Y Y Cb Cr for two pixels
        long pair = frame.first() + p / 2 * 4L;
        at0 = pair + p % 2;
        at1 = pair + 2;
        at2 = pair + 3;
      } else if (frame.layout().planar()) {
        at0 = frame.first() + p;
        at1 = at0 + area;
        at2 = at1 + area;
      } else {
        at0 = frame.first() + 3L * p;
        at1 = at0 + 1;
        at2 = at0 + 2;
      }
      int first = (int) samples.at(at0);
      int second = (int) samples.at(at1);
      int third = (int) samples.at(at2);
      if (photometric == Photometric.RGB) {
        set(offset + p, first, second, third);
      } else {
        setYbr(offset + p, first, second - centre, third - centre, 2 * centre - 1);
      }
    }
  }

  private void setYbr(int at, int y, int cb, int cr, int white) {
    set(
        at,
        clamp(y + 1.402 * cr, white),
        clamp(y - 0.344136 * cb - 0.714136 * cr, white),
        clamp(y + 1.772 * cb, white));
  }

  private static int clamp(double value, int white) {
    return (int) Math.max(0, Math.min(white, Math.round(value)));
  }

  private void set(int at, int red, int green, int blue) {
    voxels[at] = Luminance.of(red, green, blue);
    colour |= red != green || red != blue;
  }
}
