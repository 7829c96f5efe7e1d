package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.io.format.ImageFormatException;

/**
 * Reads a region of interest from a DICOM segmentation (PS3.3 A.51 and C.8.20).
 *
 * <ul>
 *   <li>Of a binary one (a bit or a byte a pixel) the pixels that are not 0; of a label map those
 *       with the segment's number; of a fractional one those of at least half of Maximum Fractional
 *       Value (0062,000E), be they probabilities or shares of the pixel.
 *   <li>One of several segments must be named by its Segment Number.
 *   <li>Where every pixel of its frames is a voxel of the image, these voxels; axes may run another
 *       way. What lies beside the image is cut off.
 *   <li>On another grid, where both name the same frame of reference, the voxels whose centres are
 *       in one of its pixels: a nearest-neighbour resampling, which neither fills gaps between
 *       slices nor draws anything where the segmentation has no frame.
 *   <li>Refused on another grid: where one of both names no frame of reference, for then nothing
 *       tells that they fit; frames that are turned against each other or do not tell how thick
 *       they are; more than {@value PlanesOnGrid#MOST_TILES} side by side in one slice.
 *   <li>Refused on any: another frame of reference than the image's; no voxel inside.
 *   <li>Where image or segmentation do not know their place in the patient (a projection X-ray), a
 *       single frame of as many rows and columns as the image.
 * </ul>
 */
final class Segmentations implements RegionFile {
  private static final Set<String> STORAGE =
      Set.of("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7");

  private final DicomFiles.Contents contents;
  private final DicomHeader header;

  private Segmentations(DicomFiles.Contents contents) {
    this.contents = contents;
    this.header = contents.header();
  }

  /** The segmentation that a file is; empty where it is something else. */
  static Optional<RegionFile> of(DicomFiles.Contents contents) {
    return STORAGE.contains(contents.header().text(Tag.SOP_CLASS).orElse(""))
        ? Optional.of(new Segmentations(contents))
        : Optional.empty();
  }

  @Override
  public String kind() {
    return "SEG";
  }

  /** Its segments; 0, a label map's background, is none. */
  @Override
  public List<NumberedRegion> regions() throws ImageFormatException {
    CharacterSet characters = CharacterSet.of(header);
    List<NumberedRegion> segments = new ArrayList<>();
    for (DicomHeader segment : header.items(Tag.SEGMENTS)) {
      int number =
          segment
              .unsigned(Tag.SEGMENT_NUMBER)
              .orElseThrow(() -> DicomHeader.malformed(Tag.SEGMENT_NUMBER));
      if (number > 0) {
        segments.add(
            new NumberedRegion(number, segment.text(Tag.SEGMENT_LABEL, characters).orElse("")));
      }
    }
    return segments;
  }

  @Override
  public Mask read(Geometry grid, Placement placement, OptionalInt number)
      throws ImageFormatException {
    int segment = segment(number);
    Optional<String> frame = header.text(Tag.FRAME_OF_REFERENCE);
    if (frame.isPresent() && Placement.in(frame.get()).contradicts(placement)) {
      throw new ImageFormatException(
          "The DICOM segmentation is in another frame of reference than the image, so the patient"
              + " may have moved between them: use the one that was made on this image, or draw the"
              + " region on it.");
    }
    SegmentFrames frames = new SegmentFrames(contents);
    List<SegmentPlane> planes = planes(frames, segment);
    if (planes.isEmpty()) {
      throw new ImageFormatException(
          "The segment "
              + segment
              + " of the DICOM segmentation is empty: none of its pixels is set.");
    }
    boolean placed = placement.known() && planes.stream().allMatch(SegmentPlane::placed);
    BitSet inside =
        placed
            ? inPatient(planes, frames, grid, frame.isPresent() ? placement : Placement.KNOWN)
            : picture(planes, grid);
    if (inside.isEmpty()) {
      throw new ImageFormatException(
          "No voxel of the image has its centre inside the segment "
              + segment
              + " of the DICOM segmentation: it lies beside the image, or is smaller than a voxel.");
    }
    return new Mask(grid, inside);
  }

  private int segment(OptionalInt number) throws ImageFormatException {
    List<NumberedRegion> segments = regions();
    if (segments.isEmpty()) {
      throw new ImageFormatException("The DICOM segmentation holds no segment.");
    }
    if (number.isEmpty() && segments.size() == 1) {
      return segments.get(0).number();
    }
    return segments.stream()
        .mapToInt(NumberedRegion::number)
        .filter(own -> number.isPresent() && own == number.getAsInt())
        .findFirst()
        .orElseThrow(
            () ->
                new ImageFormatException(
                    NumberedRegion.choose("The DICOM segmentation", segments, number)));
  }

  private List<SegmentPlane> planes(SegmentFrames frames, int segment) throws ImageFormatException {
    String type = header.text(Tag.SEGMENTATION_TYPE).orElse("").toUpperCase(Locale.ROOT);
    OptionalInt own = OptionalInt.of(segment);
    return switch (type) {
      case "BINARY" -> frames.planes(own, value -> value != 0);
      case "FRACTIONAL" -> frames.planes(own, atLeastHalf());
      case "LABELMAP" -> frames.planes(OptionalInt.empty(), value -> value == segment);
      default -> throw DicomHeader.malformed(Tag.SEGMENTATION_TYPE);
    };
  }

  private LongPredicate atLeastHalf() throws ImageFormatException {
    int most =
        header
            .unsigned(Tag.MAXIMUM_FRACTIONAL_VALUE)
            .orElseThrow(() -> DicomHeader.malformed(Tag.MAXIMUM_FRACTIONAL_VALUE));
    if (most == 0) {
      throw DicomHeader.malformed(Tag.MAXIMUM_FRACTIONAL_VALUE);
    }
    return value -> 2 * value >= most;
  }

  private static BitSet inPatient(
      List<SegmentPlane> planes, SegmentFrames frames, Geometry grid, Placement frame)
      throws ImageFormatException {
    PlanesOnGrid laid = new PlanesOnGrid(grid, planes);
    Optional<BitSet> exact = laid.exact(frames.spacingBetweenSlices());
    if (exact.isPresent()) {
      return exact.get();
    }
    if (frame.frameOfReference().isEmpty()) {
      throw new ImageFormatException(
          "The DICOM segmentation is not on the image's grid, and nothing tells that both are in one"
              + " frame of reference: use the one that was made on this image.");
    }
    OptionalDouble pitch = frames.pitch(planes.get(0).grid().direction().k());
    if (pitch.isEmpty() || !laid.parallel()) {
      throw new ImageFormatException(
          "The DICOM segmentation is not on the image's grid, and cannot be brought there: "
              + (pitch.isEmpty()
                  ? "it does not tell how thick its slices are."
                  : "its frames are turned against each other."));
    }
    return laid.nearest(pitch.getAsDouble());
  }

  /** One frame over an image of one slice, without any place in the patient. */
  private static BitSet picture(List<SegmentPlane> planes, Geometry grid)
      throws ImageFormatException {
    SegmentPlane plane = planes.get(0);
    if (planes.size() > 1 || grid.size().slices() > 1) {
      throw new ImageFormatException(
          "The DICOM segmentation and the image are not both a single picture, and one of them does"
              + " not know where in the patient it lies: open the DICOM series that it was made on.");
    }
    if (!grid.sameShapeAs(plane.grid())) {
      throw new ImageFormatException(
          "The DICOM segmentation has "
              + plane.grid().size()
              + " pixels, and the image "
              + grid.size()
              + ", or pixels of another size: use the one that was made on this image.");
    }
    return plane.inside();
  }
}
