package org.radcam.io.dicom;

import java.util.Locale;
import java.util.Optional;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;

/**
 * What a DICOM image says of itself, without anything of the patient.
 *
 * <ul>
 *   <li>Body part: Body Part Examined, else the meaning of the Anatomic Region's code.
 *   <li>View: View Position, else the meaning of the View Code, else {@code FRONTAL} or {@code
 *       LATERAL} by Patient Orientation: columns run along the body, and rows from side to side or
 *       from front to back.
 *   <li>Species: Patient Species Description, else the meaning of its code.
 * </ul>
 */
final class DicomTraits {
  private DicomTraits() {}

  static ImageTraits of(
      DicomHeader header, Brightness brightness, double slope, double intercept, boolean colour) {
    CharacterSet characters = CharacterSet.of(header);
    return new ImageTraits(
        header.text(Tag.MODALITY),
        header.text(Tag.BODY_PART).or(() -> meaning(header, Tag.ANATOMIC_REGION, characters)),
        header
            .text(Tag.VIEW_POSITION)
            .or(() -> meaning(header, Tag.VIEW_CODE, characters))
            .or(() -> side(header)),
        header
            .text(Tag.SPECIES, characters)
            .or(() -> meaning(header, Tag.SPECIES_CODE, characters)),
        header.text(Tag.SERIES_DESCRIPTION, characters),
        slope,
        intercept,
        brightness,
        colour);
  }

  private static Optional<String> meaning(
      DicomHeader header, Tag sequence, CharacterSet characters) {
    return header.item(sequence).flatMap(item -> item.text(Tag.CODE_MEANING, characters));
  }

  /** Patient Orientation is where rows point, then columns: L\F is frontal, P\F lateral. */
  private static Optional<String> side(DicomHeader header) {
    String text = header.text(Tag.PATIENT_ORIENTATION).orElse("").toUpperCase(Locale.ROOT);
    if (text.matches("[LR][A-Z]*\\\\ *[FH].*")) {
      return Optional.of("FRONTAL");
    }
    return text.matches("[AP][A-Z]*\\\\ *[FH].*") ? Optional.of("LATERAL") : Optional.empty();
  }
}
