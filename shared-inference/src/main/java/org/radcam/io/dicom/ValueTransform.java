package org.radcam.io.dicom;

import java.util.Optional;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.io.format.ImageFormatException;

/**
 * Brings monochrome stored values as far towards modality units as a slope and an intercept for the
 * whole image cannot.
 *
 * <ul>
 *   <li>A Modality LUT is applied; the voxels are in modality units then.
 *   <li>Slopes and intercepts that differ between frames are applied likewise.
 *   <li>Otherwise values stay as stored, and {@link #slope()} and {@link #intercept()} are the
 *       file's. A slope that is absent or 0 counts as 1.
 *   <li>Pixel Padding (a value or a range that marks where nothing was imaged) becomes the value
 *       that is shown black: the smallest of all other voxels, or the largest where large values
 *       are dark. So it neither widens a value range nor is mistaken for something bright.
 * </ul>
 */
final class ValueTransform {
  private final Optional<LookupTable> table;
  private final double[] slopes;
  private final double[] intercepts;
  private final Optional<Padding> padding;

  private ValueTransform(
      Optional<LookupTable> table,
      double[] slopes,
      double[] intercepts,
      Optional<Padding> padding) {
    this.table = table;
    this.slopes = slopes;
    this.intercepts = intercepts;
    this.padding = padding;
  }

  static ValueTransform of(DicomHeader header, FunctionalGroups groups, PixelLayout layout)
      throws ImageFormatException {
    Optional<DicomHeader> lut = header.item(Tag.MODALITY_LUT);
    Optional<LookupTable> table = Optional.empty();
    if (lut.isPresent()) {
      table =
          Optional.of(LookupTable.of(lut.get(), Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, layout.signed()));
    }
    int frames = layout.size().slices();
    boolean own = groups.frames().size() == frames;
    double[] slopes = new double[frames];
    double[] intercepts = new double[frames];
    for (int k = 0; k < frames; k++) {
      DicomHeader frame = own ? groups.frames().get(k) : header;
      DicomHeader source = frame.has(Tag.RESCALE_SLOPE) ? frame : header;
      Tag slope = source.has(Tag.DOSE_GRID_SCALING) ? Tag.DOSE_GRID_SCALING : Tag.RESCALE_SLOPE;
      double value = source.decimal(slope).orElse(1);
      slopes[k] = value == 0 ? 1 : value;
      intercepts[k] = source.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
    }
    return new ValueTransform(table, slopes, intercepts, Padding.of(header, layout));
  }

  /** The slope that is left to apply. */
  double slope() {
    return table.isPresent() || perFrame() ? 1 : slopes[0];
  }

  /** The intercept that is left to apply. */
  double intercept() {
    return table.isPresent() || perFrame() ? 0 : intercepts[0];
  }

  /** The slope of a frame. */
  double slopeOf(int frame) {
    return slopes[frame];
  }

  /** The intercept of a frame. */
  double interceptOf(int frame) {
    return intercepts[frame];
  }

  /** Changes stored values in place. */
  void apply(float[] voxels, Size size, Brightness brightness) {
    boolean changes = table.isPresent() || perFrame();
    if (!changes && padding.isEmpty()) {
      return;
    }
    int area = size.columns() * size.rows();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    boolean padded = false;
    for (int i = 0; i < voxels.length; i++) {
      if (padding.isPresent() && padding.get().covers(voxels[i])) {
        voxels[i] = Float.NaN; // no integer that a file stores is NaN
        padded = true;
        continue;
      }
      if (table.isPresent()) {
        voxels[i] = table.get().of((long) voxels[i]);
      } else if (changes) {
        voxels[i] = (float) (slopes[i / area] * voxels[i] + intercepts[i / area]);
      }
      low = Math.min(low, voxels[i]);
      high = Math.max(high, voxels[i]);
    }
    if (!padded) {
      return;
    }
    float black = brightness == Brightness.LARGE_IS_DARK ? high : low;
    for (int i = 0; i < voxels.length; i++) {
      if (Float.isNaN(voxels[i])) {
        voxels[i] = Float.isFinite(black) ? black : 0; // 0 where everything is padding
      }
    }
  }

  private boolean perFrame() {
    for (int k = 1; k < slopes.length; k++) {
      if (slopes[k] != slopes[0] || intercepts[k] != intercepts[0]) {
        return true;
      }
    }
    return false;
  }

  /** The stored values that mark padding (PS3.3 C.7.5.1.1.2), both ends included. */
  private record Padding(int low, int high) {
    static Optional<Padding> of(DicomHeader header, PixelLayout layout)
        throws ImageFormatException {
      int[] value = header.shorts(Tag.PADDING_VALUE, layout.signed(), 1);
      int[] limit = header.shorts(Tag.PADDING_RANGE_LIMIT, layout.signed(), 1);
      if (value.length == 0 || header.has(Tag.FLOAT_PIXEL_DATA)) {
        return Optional.empty();
      }
      int other = limit.length == 0 ? value[0] : limit[0];
      return Optional.of(new Padding(Math.min(value[0], other), Math.max(value[0], other)));
    }

    boolean covers(float stored) {
      return stored >= low && stored <= high;
    }
  }
}
