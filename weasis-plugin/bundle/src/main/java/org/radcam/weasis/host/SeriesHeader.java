package org.radcam.weasis.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.radcam.task.ClinicalHeader;
import org.radcam.task.SeriesTraits;

/**
 * What the header of a series' first image says of the series.
 *
 * <ul>
 *   <li>Image level, of all levels that Weasis distributes tags to: the file's own attributes hold
 *       the patient's and the series' as well.
 *   <li>Of enhanced MR, times and b-value are in the functional groups, shared or of the first
 *       frame, and the contrast agent in a sequence.
 *   <li>Where Patient's Age is absent, it is reckoned from the dates of birth and study, which go
 *       no further.
 * </ul>
 *
 * @param traits what tells its role
 * @param words as {@code org.radcam.io.dicom.HeaderWords} has them
 */
record SeriesHeader(SeriesTraits traits, Map<String, String> words) {
  private static final int CONTRAST_AGENT_SEQUENCE = 0x0018_0012;
  private static final int MR_TIMING_SEQUENCE = 0x0018_9112;
  private static final int MR_ECHO_SEQUENCE = 0x0018_9114;
  private static final int MR_MODIFIER_SEQUENCE = 0x0018_9115;
  private static final int MR_DIFFUSION_SEQUENCE = 0x0018_9117;
  private static final int INVERSION_TIMES = 0x0018_9079;
  private static final int EFFECTIVE_ECHO_TIME = 0x0018_9082;

  SeriesHeader {
    words = Map.copyOf(words);
  }

  /** Nothing is known, since the header cannot be read. */
  static SeriesHeader unknown(String title) {
    return new SeriesHeader(SeriesTraits.named(title), Map.of());
  }

  /**
   * Reads it.
   *
   * @param title how the user knows the series
   */
  static SeriesHeader of(Attributes header, String title) {
    Optional<String> contrast =
        text(header, Tag.ContrastBolusAgent)
            .or(
                () ->
                    Optional.ofNullable(header.getNestedDataset(CONTRAST_AGENT_SEQUENCE))
                        .flatMap(agent -> text(agent, Tag.CodeMeaning)));
    OptionalDouble echo = number(header, Tag.EchoTime, MR_ECHO_SEQUENCE, EFFECTIVE_ECHO_TIME);
    OptionalDouble repetition =
        number(header, Tag.RepetitionTime, MR_TIMING_SEQUENCE, Tag.RepetitionTime);
    OptionalDouble inversion =
        number(header, Tag.InversionTime, MR_MODIFIER_SEQUENCE, INVERSION_TIMES);
    SeriesTraits traits =
        new SeriesTraits(
            text(header, Tag.Modality),
            text(header, Tag.SeriesDescription).or(() -> text(header, Tag.ProtocolName)),
            title,
            contrast,
            echo,
            repetition,
            inversion,
            text(header, Tag.ImageType),
            number(header, Tag.DiffusionBValue, MR_DIFFUSION_SEQUENCE, Tag.DiffusionBValue));
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "0008,0008", text(header, Tag.ImageType));
    put(words, "0010,0040", text(header, Tag.PatientSex));
    put(
        words,
        "0010,1010",
        text(header, Tag.PatientAge)
            .or(
                () ->
                    ClinicalHeader.ageAt(
                        text(header, Tag.PatientBirthDate), text(header, Tag.StudyDate))));
    put(words, "0018,0010", contrast);
    put(words, "0018,0080", words(repetition));
    put(words, "0018,0081", words(echo));
    put(words, "0018,0082", words(inversion));
    put(words, "0018,1030", text(header, Tag.ProtocolName));
    return new SeriesHeader(traits, words);
  }

  private static void put(Map<String, String> words, String tag, Optional<String> value) {
    value.ifPresent(text -> words.put(tag, text));
  }

  private static Optional<String> words(OptionalDouble number) {
    return number.isPresent()
        ? Optional.of(Double.toString(number.getAsDouble()))
        : Optional.empty();
  }

  /** Several values are separated by backslashes, as in the file. */
  private static Optional<String> text(Attributes header, int tag) {
    String[] values = header.getStrings(tag);
    return values == null
        ? Optional.empty()
        : Optional.of(String.join("\\", notNull(values)).replaceAll("\\p{Cntrl}", " ").strip())
            .filter(text -> !text.isEmpty());
  }

  private static String[] notNull(String[] values) {
    String[] texts = values.clone();
    for (int i = 0; i < texts.length; i++) {
      texts[i] = texts[i] == null ? "" : texts[i];
    }
    return texts;
  }

  private static OptionalDouble number(Attributes header, int tag, int group, int grouped) {
    OptionalDouble plain = number(header, tag);
    if (plain.isPresent()) {
      return plain;
    }
    for (int groups :
        new int[] {Tag.SharedFunctionalGroupsSequence, Tag.PerFrameFunctionalGroupsSequence}) {
      Attributes all = header.getNestedDataset(groups);
      Attributes own = all == null ? null : all.getNestedDataset(group);
      if (own != null && number(own, grouped).isPresent()) {
        return number(own, grouped);
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble number(Attributes header, int tag) {
    try {
      double value = header.getDouble(tag, Double.NaN);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (IllegalArgumentException e) {
      return OptionalDouble.empty(); // no number, though it should be one
    }
  }
}
