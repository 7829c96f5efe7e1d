package org.radcam.io.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;

/**
 * What a DICOM image says of itself, without anything of the patient.
 *
 * <ul>
 *   <li>Body part: Body Part Examined, else the meaning of the Anatomic Region's code.
 *   <li>View: View Position, else the View Code, both by {@link ViewNames}; else {@code LATERAL}
 *       where Patient Orientation says that columns run along the body and rows from front to back.
 *       That they run from side to side is not taken for a frontal view: devices write that by
 *       habit.
 *   <li>Species: Patient Species Description, else the meaning of its code.
 *   <li>Description: Series Description, and Acquisition Device Processing Description, in which
 *       X-ray devices name the examination that they were set to.
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
            .map(ViewNames::ofWords)
            .or(() -> viewCode(header, characters))
            .or(() -> side(header)),
        header
            .text(Tag.SPECIES, characters)
            .or(() -> meaning(header, Tag.SPECIES_CODE, characters)),
        description(header, characters),
        slope,
        intercept,
        brightness,
        colour);
  }

  private static Optional<String> viewCode(DicomHeader header, CharacterSet characters) {
    Optional<String> value = header.item(Tag.VIEW_CODE).flatMap(item -> item.text(Tag.CODE_VALUE));
    return ViewNames.ofCode(value, meaning(header, Tag.VIEW_CODE, characters));
  }

  private static Optional<String> meaning(
      DicomHeader header, Tag sequence, CharacterSet characters) {
    return header.item(sequence).flatMap(item -> item.text(Tag.CODE_MEANING, characters));
  }

  /** The series' words and those of the device's processing, such as "CANINE LATERAL THORAX". */
  private static Optional<String> description(DicomHeader header, CharacterSet characters) {
    String words =
        Stream.of(Tag.SERIES_DESCRIPTION, Tag.PROCESSING_DESCRIPTION)
            .flatMap(tag -> header.text(tag, characters).stream())
            .distinct()
            .collect(Collectors.joining("; "));
    return Optional.of(words);
  }

  /** Patient Orientation is where rows point, then columns: P\F is lateral. */
  private static Optional<String> side(DicomHeader header) {
    String text = header.text(Tag.PATIENT_ORIENTATION).orElse("").toUpperCase(Locale.ROOT);
    return text.matches("[AP][A-Z]*\\\\ *[FH].*") ? Optional.of("LATERAL") : Optional.empty();
  }
}
