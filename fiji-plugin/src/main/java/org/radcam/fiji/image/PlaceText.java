package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.Collectors;

/** What the text beside a slice says of its place, for images that are made of others. */
public final class PlaceText {
  private static final List<String> ELEMENTS =
      List.of(
          DicomHeader.SLICE_THICKNESS,
          DicomHeader.SPACING_BETWEEN_SLICES,
          DicomHeader.IMAGE_POSITION,
          DicomHeader.IMAGE_ORIENTATION,
          DicomHeader.FRAME_OF_REFERENCE,
          DicomHeader.ROWS,
          DicomHeader.COLUMNS,
          DicomHeader.PIXEL_SPACING);

  private PlaceText() {}

  /**
   * The lines of a slice's own text that {@link VolumeAdapter} reads the slice's grid from, each
   * with an end; empty where there are none. Nothing else of a DICOM header is among them: what it
   * says of the values is not true of another image's, and the patient's data belong to the
   * original.
   *
   * @param slice position in the stack, from 1
   */
  public static String of(ImagePlus image, int slice) {
    String own = lines(SliceText.label(image, slice));
    return own.isEmpty() && image.getStackSize() == 1 ? lines(SliceText.info(image)) : own;
  }

  private static String lines(String text) {
    return text.lines()
        .filter(line -> GridLabel.of(line).isPresent() || isElement(line))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isElement(String line) {
    return ELEMENTS.stream().anyMatch(line::startsWith);
  }
}
