package org.radcam.fiji.image;

import java.util.Map;
import java.util.Optional;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.SourceImage;

/**
 * The labels of a volume's slices: the grid, and what ImageJ would keep of a DICOM header.
 *
 * @param source the volume
 * @param signed whether its values are kept as signed ones
 * @param words what else its header says, by tags as {@code GGGG,EEEE}
 */
record VolumeLabel(SourceImage source, boolean signed, Map<String, String> words) {
  /** The label of one slice, from 0. */
  String of(int k) {
    ImageTraits traits = source.traits();
    StringBuilder label = new StringBuilder(line(source.name()));
    int slices = source.geometry().size().slices();
    label.append(slices > 1 ? " slice " + (k + 1) + "\n" : "\n");
    boolean placed = source.placement().known();
    label.append(new GridLabel(source.geometry(), k, placed).line()).append('\n');
    element(label, DicomHeader.MODALITY, "Modality", traits.modality());
    element(label, DicomHeader.SERIES_DESCRIPTION, "Series Description", traits.description());
    element(label, DicomHeader.SPECIES, "Patient Species Description", traits.species());
    element(label, DicomHeader.BODY_PART, "Body Part Examined", traits.bodyPart());
    element(label, DicomHeader.VIEW_POSITION, "View Position", traits.view());
    element(
        label,
        DicomHeader.FRAME_OF_REFERENCE,
        "Frame of Reference UID",
        source.placement().frameOfReference());
    boolean dark = traits.brightness() == Brightness.LARGE_IS_DARK;
    element(
        label,
        DicomHeader.PHOTOMETRIC,
        "Photometric Interpretation",
        Optional.of(dark ? "MONOCHROME1" : "MONOCHROME2"));
    element(
        label,
        DicomHeader.PIXEL_REPRESENTATION,
        "Pixel Representation",
        Optional.of(signed ? "1" : "0"));
    words.forEach((tag, text) -> element(label, tag, "Header", Optional.of(text)));
    return label.toString();
  }

  private static void element(
      StringBuilder label, String tag, String name, Optional<String> value) {
    value.ifPresent(
        text ->
            label
                .append(tag)
                .append("  ")
                .append(name)
                .append(": ")
                .append(line(text))
                .append('\n'));
  }

  /** Texts of files are hostile: one could hold a line that looks like an element. */
  private static String line(String text) {
    return text.replaceAll("\\R|\\p{Cntrl}", " ");
  }
}
