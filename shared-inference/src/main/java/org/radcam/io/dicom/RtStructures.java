package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;

/**
 * Reads a region of interest from a DICOM RT Structure Set (PS3.3 C.8.8.5 and C.8.8.6): closed
 * planar contours in patient coordinates.
 *
 * <ul>
 *   <li>A voxel is inside where its centre is inside an odd number of its slice's contours, so that
 *       a contour within another is a hole.
 *   <li>Every contour must lie in one of the image's slices, to a quarter of the distance between
 *       them; contours of other slices, or across slices, are refused. Slices between contours are
 *       not filled.
 *   <li>A set of several regions is refused unless one is named by its ROI Number, and so is one
 *       whose regions are points or open lines only.
 *   <li>A set in another frame of reference than the image (3006,0024) is refused, and so is a
 *       region without a voxel's centre inside.
 * </ul>
 */
final class RtStructures implements RegionFile {
  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.481.3";

  /** Of the distance between slices. */
  private static final double OFF_PLANE = 0.25;

  /** In mm: no place in a patient, and far below what overflows. */
  private static final double FAR = 1e12;

  private static final int MOST_CONTOURS = 100_000;

  private final DicomHeader header;

  private RtStructures(DicomHeader header) {
    this.header = header;
  }

  /** The set that a file is; empty where it is something else. */
  static Optional<RegionFile> of(DicomFiles.Contents contents) {
    DicomHeader header = contents.header();
    return header.text(Tag.SOP_CLASS).orElse("").equals(STORAGE)
        ? Optional.of(new RtStructures(header))
        : Optional.empty();
  }

  @Override
  public String kind() {
    return "RTSTRUCT";
  }

  /** Those that have contours, in the order of these. */
  @Override
  public List<NumberedRegion> regions() throws ImageFormatException {
    CharacterSet characters = CharacterSet.of(header);
    Map<String, String> names = new HashMap<>();
    for (DicomHeader one : header.items(Tag.STRUCTURE_SET_ROIS)) {
      names.put(
          one.text(Tag.ROI_NUMBER).orElse("?"), one.text(Tag.ROI_NAME, characters).orElse(""));
    }
    List<NumberedRegion> regions = new ArrayList<>();
    for (DicomHeader region : header.items(Tag.ROI_CONTOURS)) {
      double[] number = region.decimals(Tag.REFERENCED_ROI_NUMBER);
      String written = region.text(Tag.REFERENCED_ROI_NUMBER).orElse("");
      if (number.length != 1) {
        throw DicomHeader.malformed(Tag.REFERENCED_ROI_NUMBER);
      }
      regions.add(new NumberedRegion((int) number[0], names.getOrDefault(written, "")));
    }
    return regions;
  }

  @Override
  public Mask read(Geometry grid, Placement placement, OptionalInt number)
      throws ImageFormatException {
    if (!placement.known()) {
      throw new ImageFormatException(
          "It holds contours in the patient's coordinates, and the image does not know where in the"
              + " patient it lies: open the DICOM series that they were drawn on.");
    }
    DicomHeader region = region(number);
    checkFrame(region, placement);
    BitSet inside = new BitSet(grid.size().voxels());
    for (DicomHeader contour : contours(region)) {
      double[] data = contour.allDecimals(Tag.CONTOUR_DATA);
      if (data.length < 9 || data.length % 3 != 0) {
        throw new ImageFormatException(
            "One of the contours has no three points with three coordinates each.");
      }
      fill(data, grid, inside);
    }
    if (inside.isEmpty()) {
      throw new ImageFormatException(
          "No voxel of the image has its centre inside the region of the DICOM structure set: it lies"
              + " beside the image, or is smaller than a voxel.");
    }
    return new Mask(grid, inside);
  }

  /** The region's own frame; where it names none, the one frame that the set names. */
  private void checkFrame(DicomHeader region, Placement placement) throws ImageFormatException {
    Set<String> frames = new HashSet<>();
    String number = region.text(Tag.REFERENCED_ROI_NUMBER).orElse("");
    for (DicomHeader one : header.items(Tag.STRUCTURE_SET_ROIS)) {
      if (one.text(Tag.ROI_NUMBER).orElse("?").equals(number)) {
        one.text(Tag.ROI_FRAME_OF_REFERENCE).ifPresent(frames::add);
      }
    }
    if (frames.isEmpty()) {
      for (DicomHeader one : header.items(Tag.REFERENCED_FRAMES)) {
        one.text(Tag.FRAME_OF_REFERENCE).ifPresent(frames::add);
      }
    }
    if (!frames.isEmpty()
        && frames.stream().allMatch(frame -> Placement.in(frame).contradicts(placement))) {
      throw new ImageFormatException(
          "The DICOM structure set is in another frame of reference than the image, so the patient"
              + " may have moved between them: use the one that was drawn on this image, or draw the"
              + " region on it.");
    }
  }

  private DicomHeader region(OptionalInt number) throws ImageFormatException {
    List<DicomHeader> regions = header.items(Tag.ROI_CONTOURS);
    if (regions.isEmpty()) {
      throw new ImageFormatException("The DICOM structure set holds no contours.");
    }
    if (number.isEmpty() && regions.size() == 1) {
      return regions.get(0);
    }
    for (DicomHeader region : regions) {
      double[] own = region.decimals(Tag.REFERENCED_ROI_NUMBER);
      if (own.length == 1 && number.isPresent() && own[0] == number.getAsInt()) {
        return region;
      }
    }
    throw new ImageFormatException(
        NumberedRegion.choose("The DICOM structure set", regions(), number));
  }

  private static List<DicomHeader> contours(DicomHeader region) throws ImageFormatException {
    List<DicomHeader> closed = new ArrayList<>();
    for (DicomHeader contour : region.items(Tag.CONTOURS)) {
      if (contour.text(Tag.CONTOUR_TYPE).orElse("").startsWith("CLOSED")) {
        closed.add(contour);
      }
    }
    if (closed.isEmpty() || closed.size() > MOST_CONTOURS) {
      throw new ImageFormatException(
          closed.isEmpty()
              ? "The region of the DICOM structure set has no closed contour."
              : "The region of the DICOM structure set has too many contours.");
    }
    return closed;
  }

  /** Turns over the voxels whose centres are inside one contour. */
  private static void fill(double[] data, Geometry grid, BitSet inside)
      throws ImageFormatException {
    if (Arrays.stream(data).anyMatch(number -> Math.abs(number) > FAR)) {
      throw DicomHeader.malformed(Tag.CONTOUR_DATA);
    }
    int points = data.length / 3;
    double[] x = new double[points];
    double[] y = new double[points];
    int slice = -1;
    for (int n = 0; n < points; n++) {
      Vector3 at = grid.toIndex(new Vector3(data[3 * n], data[3 * n + 1], data[3 * n + 2]));
      x[n] = at.x();
      y[n] = at.y();
      int own = (int) Math.rint(at.z());
      if (n == 0) {
        slice = own;
      }
      if (own != slice || Math.abs(at.z() - slice) > OFF_PLANE) {
        throw new ImageFormatException(
            "A contour of the DICOM structure set does not lie in a slice of the image: it was drawn"
                + " on another one.");
      }
    }
    if (slice < 0 || slice >= grid.size().slices()) {
      throw new ImageFormatException(
          "A contour of the DICOM structure set lies outside the image's slices: it was drawn on"
              + " another one.");
    }
    double low = Arrays.stream(y).min().orElseThrow();
    double high = Arrays.stream(y).max().orElseThrow();
    int last = (int) Math.min(grid.size().rows() - 1, Math.floor(high));
    for (int j = (int) Math.max(0, Math.ceil(low)); j <= last; j++) {
      fillRow(x, y, j, slice, grid, inside);
    }
  }

  /** Even-odd rule: between the first and second crossing of the row, the third and fourth ... */
  private static void fillRow(
      double[] x, double[] y, int j, int slice, Geometry grid, BitSet inside) {
    double[] crossings = new double[x.length];
    int count = 0;
    for (int n = 0, before = x.length - 1; n < x.length; before = n++) {
      // Half open, so that a corner on the row counts once.
      if ((y[before] <= j) != (y[n] <= j)) {
        crossings[count++] = x[before] + (j - y[before]) / (y[n] - y[before]) * (x[n] - x[before]);
      }
    }
    Arrays.sort(crossings, 0, count);
    for (int n = 0; n + 1 < count; n += 2) {
      int from = (int) Math.max(0, Math.ceil(crossings[n]));
      int to = (int) Math.min(grid.size().columns(), Math.ceil(crossings[n + 1]));
      if (from < to) {
        inside.flip(
            grid.size().index(from, j, slice), grid.size().index(from, j, slice) + to - from);
      }
    }
  }
}
