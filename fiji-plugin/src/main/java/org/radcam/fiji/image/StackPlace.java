package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.dicom.SeriesMember;
import org.radcam.io.dicom.SliceStack;
import org.radcam.io.format.ImageFormatException;

/**
 * The grid of a whole stack, and where it lies in the patient.
 *
 * <ul>
 *   <li>What Open Volume left in the slices' labels comes first ({@link GridLabel}): the whole
 *       volume, or a part of its slices in even steps, forwards or backwards.
 *   <li>Then the DICOM headers in the slices' labels, by the rules of {@link SliceStack}. Voxels
 *       are not sorted, so that slice numbers stay the user's: in a stack that runs backwards the
 *       third axis points backwards.
 *   <li>Refused: headers that contradict each other or make no regular grid, and slices in no order
 *       along the patient.
 *   <li>A stack under one header (an image of several frames) lies there if the header gives the
 *       distance between its slices.
 *   <li>An image that was cropped, scaled or given another pixel size since is no longer where its
 *       headers say: only its calibration counts, and {@link #doubt} says so. What leaves no trace
 *       (flips, rotations) cannot be seen.
 *   <li>Otherwise the calibration gives the size of the voxels, and their place is unknown.
 * </ul>
 *
 * @param grid of all slices
 * @param placement whether the grid's place in the patient is known
 * @param doubt why a place that was known once is no longer; empty where all is well
 */
record StackPlace(Geometry grid, Placement placement, Optional<String> doubt) {
  /** Of a pixel size, relative: ImageJ and its users round it. */
  private static final double TOLERANCE = 1e-3;

  /**
   * The place of a stack.
   *
   * @param headers of all slices
   */
  static StackPlace of(ImagePlus image, List<DicomHeader> headers) {
    Size size = new Size(image.getWidth(), image.getHeight(), image.getStackSize());
    Optional<StackPlace> opened = ofLabels(image, size, headers);
    if (opened.isPresent()) {
      return opened.get();
    }
    return headers.stream().anyMatch(SliceGrid::isThere)
        ? ofHeaders(image, size, headers)
        : unknown(image, size, Optional.empty());
  }

  private static StackPlace unknown(ImagePlus image, Size size, Optional<String> doubt) {
    return new StackPlace(PixelSpacing.of(image.getCalibration(), size), Placement.UNKNOWN, doubt);
  }

  private static StackPlace lost(ImagePlus image, Size size, String how) {
    return unknown(
        image,
        size,
        Optional.of(
            "'"
                + image.getTitle()
                + "' was "
                + how
                + " since it was opened, so that its place in the patient is no longer known."));
  }

  private static Optional<StackPlace> ofLabels(
      ImagePlus image, Size size, List<DicomHeader> headers) {
    List<GridLabel> labels = new ArrayList<>();
    for (int slice = 1; slice <= size.slices(); slice++) {
      Optional<GridLabel> label = GridLabel.of(SliceText.label(image, slice));
      if (label.isEmpty() && size.slices() == 1) {
        label = GridLabel.of(SliceText.info(image));
      }
      label.ifPresent(labels::add);
    }
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    Geometry whole = labels.get(0).grid();
    if (labels.size() < size.slices()
        || labels.stream().anyMatch(label -> !label.grid().equals(whole))) {
      return Optional.of(lost(image, size, "put together with other slices"));
    }
    if (whole.size().columns() != size.columns() || whole.size().rows() != size.rows()) {
      return Optional.of(lost(image, size, "cropped or scaled"));
    }
    if (recalibrated(image, whole.spacing())) {
      return Optional.of(lost(image, size, "given another pixel size"));
    }
    int first = labels.get(0).slice();
    int step = size.slices() == 1 ? 1 : labels.get(1).slice() - first;
    boolean even =
        step != 0
            && IntStream.range(0, labels.size())
                .allMatch(k -> labels.get(k).slice() == first + k * step);
    if (!even) {
      return Optional.of(lost(image, size, "sorted anew, or lost slices,"));
    }
    return Optional.of(
        new StackPlace(
            part(whole, size, first, step),
            labels.get(0).placed() ? SliceGrid.placement(headers.get(0)) : Placement.UNKNOWN,
            Optional.empty()));
  }

  /** The slices of a grid from {@code first} on in steps, which may be backwards. */
  private static Geometry part(Geometry whole, Size size, int first, int step) {
    if (first == 0 && step == 1 && whole.size().equals(size)) {
      return whole;
    }
    Vector3 spacing = whole.spacing();
    Direction axes = whole.direction();
    return new Geometry(
        size,
        new Vector3(spacing.x(), spacing.y(), spacing.z() * Math.abs(step)),
        whole.toPatient(0, 0, first),
        step > 0 ? axes : new Direction(axes.i(), axes.j(), axes.k().times(-1)),
        whole.unit());
  }

  private static StackPlace ofHeaders(ImagePlus image, Size size, List<DicomHeader> headers) {
    DicomHeader header = headers.get(0);
    for (DicomHeader one : headers) {
      if (!SliceGrid.hasSize(one, size.columns(), size.rows())) {
        return lost(image, size, "cropped or scaled");
      }
    }
    Optional<double[]> pixel = SliceGrid.spacing(header);
    if (pixel.isPresent() && recalibrated(image, new Vector3(pixel.get()[0], pixel.get()[1], 1))) {
      return lost(image, size, "given another pixel size");
    }
    if (size.slices() == 1 || sharesOneHeader(headers)) {
      return ofOneHeader(image, size, header);
    }
    sameSeries(image, headers);
    List<SeriesMember> members =
        headers.stream()
            .map(one -> SliceGrid.member(one, Size.of(size.columns(), size.rows())))
            .toList();
    try {
      SliceStack stack = SliceStack.of(members);
      return new StackPlace(inOrder(image, stack), stack.placement(), Optional.empty());
    } catch (ImageFormatException e) {
      throw refused(image, e.getMessage());
    }
  }

  private static boolean sharesOneHeader(List<DicomHeader> headers) {
    return headers.stream().allMatch(one -> one == headers.get(0));
  }

  /** A single image, or the frames of one. */
  private static StackPlace ofOneHeader(ImagePlus image, Size size, DicomHeader header) {
    boolean whole =
        size.slices() == 1
            || (header.number(DicomHeader.NUMBER_OF_FRAMES).orElse(0) == size.slices()
                && header.number(DicomHeader.SPACING_BETWEEN_SLICES).orElse(0) > 0);
    return SliceGrid.of(header, size)
        .filter(grid -> whole)
        .map(grid -> new StackPlace(grid, SliceGrid.placement(header), Optional.empty()))
        .orElseGet(() -> unknown(image, size, Optional.empty()));
  }

  private static void sameSeries(ImagePlus image, List<DicomHeader> headers) {
    long series =
        headers.stream()
            .flatMap(one -> one.text(DicomHeader.SERIES_INSTANCE).stream())
            .distinct()
            .count();
    if (series > 1) {
      throw refused(image, "They are of " + series + " series.");
    }
  }

  /** The stack's grid as the image has its slices: from one end to the other, or back. */
  private static Geometry inOrder(ImagePlus image, SliceStack stack) {
    List<Integer> order = stack.order();
    int last = order.size() - 1;
    if (IntStream.rangeClosed(0, last).allMatch(k -> order.get(k) == k)) {
      return stack.grid();
    }
    if (IntStream.rangeClosed(0, last).allMatch(k -> order.get(k) == last - k)) {
      return part(stack.grid(), stack.grid().size(), last, -1);
    }
    throw refused(image, "They are not in the order in which they lie in the patient.");
  }

  private static UserException refused(ImagePlus image, String why) {
    return new UserException(
        "The slices of '"
            + image.getTitle()
            + "' are no volume. "
            + why
            + " Plugins > RadCAM > Open Volume... opens one series of a folder, with its slices in"
            + " order.");
  }

  /** Whether the user has given the image another pixel size than it was opened with. */
  private static boolean recalibrated(ImagePlus image, Vector3 spacing) {
    return PixelSpacing.millimetresOf(image.getCalibration())
        .map(size -> differ(size[0], spacing.x()) || differ(size[1], spacing.y()))
        .orElse(false);
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > TOLERANCE * other;
  }
}
