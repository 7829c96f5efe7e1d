package org.radcam.io.dicom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.io.format.ImageFormatException;

/**
 * The words of a DICOM header that tell a host which sequence an image is from, and the two
 * clinical values that a header holds: Image Type, Contrast/Bolus Agent, Repetition, Echo and
 * Inversion Time, Protocol Name; Patient's Sex and Patient's Age. Nothing that identifies the
 * patient.
 */
public final class HeaderWords {
  private static final List<Tag> TAGS =
      List.of(
          Tag.IMAGE_TYPE,
          Tag.PATIENT_SEX,
          Tag.PATIENT_AGE,
          Tag.CONTRAST_AGENT,
          Tag.REPETITION_TIME,
          Tag.ECHO_TIME,
          Tag.INVERSION_TIME,
          Tag.PROTOCOL_NAME);

  private HeaderWords() {}

  /**
   * The words of a file.
   *
   * @param file its bytes
   * @return those that are there, by their tags as {@code GGGG,EEEE}
   */
  public static Map<String, String> of(byte[] file) throws ImageFormatException {
    DicomHeader header = DicomFiles.parse(file).header();
    CharacterSet characters = CharacterSet.of(header);
    Map<String, String> words = new LinkedHashMap<>();
    for (Tag tag : TAGS) {
      header.text(tag, characters).ifPresent(text -> words.put(tag.key(), text));
    }
    return words;
  }
}
