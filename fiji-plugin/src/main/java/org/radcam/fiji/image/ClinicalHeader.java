package org.radcam.fiji.image;

import ij.ImagePlus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.UserException;
import org.radcam.task.ClinicalField;
import org.radcam.task.Task;

/**
 * The clinical values that an image's DICOM header holds, to be offered to the user.
 *
 * <ul>
 *   <li>Patient's Sex: M and F, in the words of the task's field; anything else says nothing.
 *   <li>Patient's Age, in years: {@code 045Y}, {@code 018M}, {@code 010W}, {@code 200D}; where it
 *       is absent, the time from Patient's Birth Date to Study Date. Whole years count as such;
 *       below two years, two decimals.
 *   <li>Other fields: the element as it stands.
 *   <li>What the field would not accept (out of range, another word) says nothing.
 * </ul>
 *
 * <p>Nothing else of the patient is looked at, and nothing is logged.
 */
public final class ClinicalHeader {
  private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
  private static final double DAYS_OF_YEAR = 365.25;
  private static final int INFANT_YEARS = 2;

  private ClinicalHeader() {}

  /**
   * The values that are known, by the keys of the task's fields, as a user would type them.
   *
   * @param image whose first slice's header is read
   */
  public static Map<String, String> values(Task task, ImagePlus image) {
    Map<String, String> values = new LinkedHashMap<>();
    if (image.getStackSize() == 0) {
      return values;
    }
    DicomHeader header = DicomHeader.of(image, 1);
    for (ClinicalField field : task.clinical()) {
      field
          .dicomTag()
          .flatMap(tag -> value(field, tag, header))
          .flatMap(value -> accepted(field, value))
          .ifPresent(value -> values.put(field.key(), value));
    }
    return values;
  }

  private static Optional<String> value(ClinicalField field, String tag, DicomHeader header) {
    return switch (tag) {
      case DicomHeader.SEX -> header.text(tag).flatMap(ClinicalHeader::sex);
      case DicomHeader.AGE -> field.unit().filter("years"::equals).flatMap(unit -> age(header));
      default -> header.text(tag);
    };
  }

  private static Optional<String> sex(String code) {
    return switch (code.strip().toUpperCase(Locale.ROOT)) {
      case "M" -> Optional.of("male");
      case "F" -> Optional.of("female");
      default -> Optional.empty();
    };
  }

  private static Optional<String> age(DicomHeader header) {
    Optional<String> written = header.text(DicomHeader.AGE).map(String::strip);
    if (written.isPresent()) {
      Matcher parts = AGE.matcher(written.get());
      // Programs that remove names write 000Y; an infant's age is in days, weeks or months.
      return parts.matches() && !written.get().matches("0+Y")
          ? Optional.of(words(years(Integer.parseInt(parts.group(1)), parts.group(2))))
          : Optional.empty();
    }
    Optional<LocalDate> birth = date(header, DicomHeader.BIRTH_DATE);
    Optional<LocalDate> study = date(header, DicomHeader.STUDY_DATE);
    if (birth.isEmpty() || study.isEmpty() || study.get().isBefore(birth.get())) {
      return Optional.empty();
    }
    int years = Period.between(birth.get(), study.get()).getYears();
    long days = ChronoUnit.DAYS.between(birth.get(), study.get());
    return Optional.of(words(years >= INFANT_YEARS ? years : days / DAYS_OF_YEAR));
  }

  private static double years(int number, String unit) {
    return switch (unit) {
      case "D" -> number / DAYS_OF_YEAR;
      case "W" -> number * 7 / DAYS_OF_YEAR;
      case "M" -> number / 12.0;
      default -> number;
    };
  }

  /** At most two decimals, and none that are 0. */
  private static String words(double years) {
    return BigDecimal.valueOf(years)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Optional<LocalDate> date(DicomHeader header, String tag) {
    try {
      return header
          .text(tag)
          .map(text -> LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> accepted(ClinicalField field, String value) {
    try {
      return Optional.of(field.check(value));
    } catch (UserException e) {
      return Optional.empty();
    }
  }
}
