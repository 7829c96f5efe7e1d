package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.dicom.SeriesMember;
import org.radcam.io.dicom.SliceStack;
import org.radcam.io.format.ImageFormatException;

/**
 * The place of a stack by the DICOM headers of its slices.
 *
 * <ul>
 *   <li>The rules are those of {@link SliceStack}, as for the files of a folder. Voxels are not
 *       sorted, so that slice numbers stay the user's: in a stack that runs backwards the third
 *       axis points backwards.
 *   <li>Refused: headers that contradict each other or make no regular grid, several series, and
 *       slices in no order along the patient.
 *   <li>A stack under one header (an image of several frames) lies there if the header gives the
 *       distance between its slices.
 *   <li>An image of another size than its headers say was cropped or scaled, and has lost its
 *       place.
 * </ul>
 */
final class HeaderPlace {
  private HeaderPlace() {}

  /** The place of a stack with at least one header that tells one. */
  static StackPlace of(ImagePlus image, Size size, List<DicomHeader> headers) {
    DicomHeader header = headers.get(0);
    for (DicomHeader one : headers) {
      if (!SliceGrid.hasSize(one, size.columns(), size.rows())) {
        return StackPlace.lost(image, size, "cropped or scaled");
      }
    }
    Optional<double[]> pixel = SliceGrid.spacing(header);
    if (pixel.isPresent()
        && StackPlace.recalibrated(image, new Vector3(pixel.get()[0], pixel.get()[1], 1))) {
      return StackPlace.lost(image, size, "given another pixel size");
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
    if (size.slices() > 1 && header.has(DicomHeader.FRAME_GROUPS)) {
      return StackPlace.unknown(
          image,
          size,
          Optional.of(
              "ImageJ does not keep where the frames of '"
                  + image.getTitle()
                  + "' lie in the patient: open it with Plugins > RadCAM > Open Volume..."
                  + " instead."));
    }
    boolean whole =
        size.slices() == 1
            || (header.number(DicomHeader.NUMBER_OF_FRAMES).orElse(0) == size.slices()
                && header.number(DicomHeader.SPACING_BETWEEN_SLICES).orElse(0) > 0);
    return SliceGrid.of(header, size)
        .filter(grid -> whole)
        .map(grid -> new StackPlace(grid, SliceGrid.placement(header), Optional.empty()))
        .orElseGet(() -> StackPlace.unknown(image, size, Optional.empty()));
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
      return StackPlace.part(stack.grid(), stack.grid().size(), last, -1);
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
}
