package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * The frames of a segmentation (PS3.3 C.8.20), each with its segment, its place and its pixels.
 * Frames of single bits follow each other without a gap, so that one may begin within a byte.
 */
final class SegmentFrames {
  /** In mm: a kilometre is no place in a patient, and its inverse no size of a pixel. */
  private static final double FAR = 1e6;

  private final DicomHeader header;
  private final TransferSyntax syntax;
  private final List<DicomHeader> frames;
  private final PixelLayout layout;

  SegmentFrames(DicomFiles.Contents contents) throws ImageFormatException {
    header = contents.header();
    syntax = contents.syntax();
    frames = FunctionalGroups.of(header).frames();
    layout = PixelLayout.ofFrame(header);
    if (frames.size() != (long) header.decimal(Tag.NUMBER_OF_FRAMES).orElse(1)) {
      throw new ImageFormatException(
          "The DICOM segmentation is malformed: it does not say of each frame where it lies ("
              + Tag.PER_FRAME_GROUPS
              + ").");
    }
    if (syntax.codec() == TransferSyntax.Codec.JPEG) {
      throw new ImageFormatException(
          "The DICOM segmentation is compressed as JPEG, which frays the edge of a region: export it"
              + " uncompressed.");
    }
  }

  /**
   * The frames of a segment that are not empty.
   *
   * @param segment whose frames; empty for all of them
   * @param inside whether a stored value is inside
   */
  List<SegmentPlane> planes(OptionalInt segment, LongPredicate inside) throws ImageFormatException {
    List<Integer> chosen = new ArrayList<>();
    for (int f = 0; f < frames.size(); f++) {
      if (segment.isEmpty() || segmentOf(frames.get(f)) == segment.getAsInt()) {
        chosen.add(f);
      }
    }
    ImageLimits.checkMemory(chosen.size() * (layout.area() / 8.0));
    FrameSource pixels = FrameSource.of(header, syntax, layout, frames.size());
    List<SegmentPlane> planes = new ArrayList<>();
    for (int f : chosen) {
      BitSet bits = bits(pixels.frame(f), inside);
      if (!bits.isEmpty()) {
        planes.add(plane(frames.get(f), bits));
      }
    }
    return planes;
  }

  private BitSet bits(FrameSource.Frame frame, LongPredicate inside) {
    BitSet bits = new BitSet(layout.area());
    for (int p = 0; p < layout.area(); p++) {
      if (inside.test(frame.samples().at(frame.first() + p))) {
        bits.set(p);
      }
    }
    return bits;
  }

  private static int segmentOf(DicomHeader frame) throws ImageFormatException {
    return frame
        .unsigned(Tag.REFERENCED_SEGMENT_NUMBER)
        .orElseThrow(
            () ->
                new ImageFormatException(
                    "The DICOM segmentation is malformed: it does not say of each frame which"
                        + " segment it belongs to ("
                        + Tag.REFERENCED_SEGMENT_NUMBER
                        + ")."));
  }

  private SegmentPlane plane(DicomHeader frame, BitSet bits) throws ImageFormatException {
    Size size = Size.of(layout.size().columns(), layout.size().rows());
    Optional<double[]> spacing = frame.decimals(Tag.PIXEL_SPACING, 2);
    Optional<Vector3> position = DicomGeometry.position(frame);
    Optional<Direction> orientation = DicomGeometry.orientation(frame);
    if (spacing.isEmpty()) {
      return new SegmentPlane(Geometry.uncalibrated(size), /* placed= */ false, bits);
    }
    double rows = spacing.get()[0];
    double columns = spacing.get()[1];
    if (!(Math.min(rows, columns) > 1 / FAR && Math.max(rows, columns) < FAR)) {
      throw DicomHeader.malformed(Tag.PIXEL_SPACING);
    }
    if (position.isPresent() && !(position.get().length() < FAR)) {
      throw DicomHeader.malformed(Tag.IMAGE_POSITION);
    }
    return new SegmentPlane(
        new Geometry(
            size,
            new Vector3(columns, rows, 1),
            position.orElse(Vector3.ZERO),
            orientation.orElse(Direction.IDENTITY),
            LengthUnit.MILLIMETRE),
        position.isPresent() && orientation.isPresent(),
        bits);
  }

  /** What the file itself says of the distance between slices, in mm. */
  OptionalDouble spacingBetweenSlices() throws ImageFormatException {
    return positive(Tag.SPACING_BETWEEN_SLICES);
  }

  /**
   * How far a slice reaches through the stack, in mm: what the file says of the distance between
   * slices; else the slice thickness or, if it is smaller, the smallest distance between frames of
   * any segments (empty ones are often left out, so that one segment's alone may lie apart).
   *
   * @param normal of the slices
   */
  OptionalDouble pitch(Vector3 normal) throws ImageFormatException {
    OptionalDouble said = spacingBetweenSlices();
    if (said.isPresent()) {
      return said;
    }
    List<Double> found = new ArrayList<>();
    positive(Tag.SLICE_THICKNESS).ifPresent(found::add);
    List<Double> places = new ArrayList<>();
    for (DicomHeader frame : frames) {
      DicomGeometry.position(frame).ifPresent(place -> places.add(place.dot(normal)));
    }
    places.sort(null);
    for (int n = 1; n < places.size(); n++) {
      double gap = places.get(n) - places.get(n - 1);
      if (gap > PlanesOnGrid.SAME_PLACE) {
        found.add(gap);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).min();
  }

  private OptionalDouble positive(Tag tag) throws ImageFormatException {
    for (DicomHeader frame : frames) {
      OptionalDouble value = frame.decimal(tag);
      if (value.isPresent() && value.getAsDouble() > 0 && value.getAsDouble() < FAR) {
        return value;
      }
    }
    return OptionalDouble.empty();
  }
}
