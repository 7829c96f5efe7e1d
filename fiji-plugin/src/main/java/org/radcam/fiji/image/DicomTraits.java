package org.radcam.fiji.image;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.io.dicom.ViewNames;

/**
 * What a DICOM header that ImageJ kept says of its image, by the rules of the library's own reader
 * (see {@code org.radcam.io.dicom}), which looks into the file itself.
 */
final class DicomTraits {
  private DicomTraits() {}

  /** Traits without a rescale. */
  static ImageTraits of(DicomHeader header, Brightness brightness, boolean colour) {
    return new ImageTraits(
        header.text(DicomHeader.MODALITY),
        header.text(DicomHeader.BODY_PART).or(() -> header.meaning(DicomHeader.ANATOMIC_REGION)),
        header
            .text(DicomHeader.VIEW_POSITION)
            .map(ViewNames::ofWords)
            .or(() -> viewCode(header))
            .or(() -> side(header)),
        header.text(DicomHeader.SPECIES).or(() -> header.meaning(DicomHeader.SPECIES_CODE)),
        Optional.of(
            Stream.of(DicomHeader.SERIES_DESCRIPTION, DicomHeader.PROCESSING_DESCRIPTION)
                .flatMap(tag -> header.text(tag).stream())
                .distinct()
                .collect(Collectors.joining("; "))),
        1,
        0,
        brightness,
        colour);
  }

  private static Optional<String> viewCode(DicomHeader header) {
    return ViewNames.ofCode(
        header.code(DicomHeader.VIEW_CODE), header.meaning(DicomHeader.VIEW_CODE));
  }

  /** Patient Orientation is where rows point, then columns: P\F is lateral. */
  private static Optional<String> side(DicomHeader header) {
    String text = header.text(DicomHeader.PATIENT_ORIENTATION).orElse("").toUpperCase(Locale.ROOT);
    return text.matches("[AP][A-Z]*\\\\ *[FH].*") ? Optional.of("LATERAL") : Optional.empty();
  }
}
