package org.radcam.fiji.image;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.radcam.io.RegionLabel;

/**
 * Which region of interest a user means.
 *
 * @param source where it comes from
 * @param file for {@link RegionSource#FILE}
 * @param mask for {@link RegionSource#MASK}
 * @param label which region of a mask or file is meant
 * @param slices on which slices the active selection counts; other regions know theirs
 * @param each whether every lesion is a region of its own; otherwise all together are one
 */
public record RegionRequest(
    RegionSource source,
    Optional<Path> file,
    Optional<ImagePlus> mask,
    RegionLabel label,
    SliceRange slices,
    boolean each) {
  public RegionRequest {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(slices, "slices");
    if (file.isPresent() != (source == RegionSource.FILE)
        || mask.isPresent() != (source == RegionSource.MASK)) {
      throw new IllegalArgumentException("A file or a mask belongs to its own source");
    }
  }

  /** From the image itself or the ROI Manager, on the current slice, all together. */
  public static RegionRequest of(RegionSource source) {
    return new RegionRequest(
        source, Optional.empty(), Optional.empty(), RegionLabel.ALL, SliceRange.CURRENT, false);
  }

  /** From a file. */
  public static RegionRequest file(Path file) {
    return new RegionRequest(
        RegionSource.FILE,
        Optional.of(file),
        Optional.empty(),
        RegionLabel.ALL,
        SliceRange.CURRENT,
        false);
  }

  /** From an open image. */
  public static RegionRequest mask(ImagePlus mask) {
    return new RegionRequest(
        RegionSource.MASK,
        Optional.empty(),
        Optional.of(mask),
        RegionLabel.ALL,
        SliceRange.CURRENT,
        false);
  }

  public RegionRequest withLabel(int value) {
    return new RegionRequest(source, file, mask, RegionLabel.of(value), slices, each);
  }

  public RegionRequest withSlices(SliceRange other) {
    return new RegionRequest(source, file, mask, label, other, each);
  }

  public RegionRequest withEach(boolean other) {
    return new RegionRequest(source, file, mask, label, slices, other);
  }
}
