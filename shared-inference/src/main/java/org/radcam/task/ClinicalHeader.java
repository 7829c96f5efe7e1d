package org.radcam.task;

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

/**
 * The clinical values that a DICOM header holds, to be offered to the user.
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
  private static final String SEX = "0010,0040";
  private static final String AGE = "0010,1010";
  private static final String BIRTH_DATE = "0010,0030";
  private static final String STUDY_DATE = "0008,0020";

  private static final Pattern AGE_STRING = Pattern.compile("(\\d{1,3})([DWMY])");
  private static final double DAYS_OF_YEAR = 365.25;
  private static final int INFANT_YEARS = 2;

  private final Elements header;

  private ClinicalHeader(Elements header) {
    this.header = header;
  }

  /** A header. */
  @FunctionalInterface
  public interface Elements {
    /**
     * An element's value as text.
     *
     * @param tag as {@code GGGG,EEEE}
     */
    Optional<String> text(String tag);
  }

  /** The values that are known, by the keys of the task's fields, as a user would type them. */
  public static Map<String, String> values(Task task, Elements header) {
    ClinicalHeader reader = new ClinicalHeader(header);
    Map<String, String> values = new LinkedHashMap<>();
    for (ClinicalField field : task.clinical()) {
      field
          .dicomTag()
          .flatMap(tag -> reader.value(field, tag))
          .flatMap(value -> accepted(field, value))
          .ifPresent(value -> values.put(field.key(), value));
    }
    return values;
  }

  /**
   * The age at a study, in the words of Patient's Age (AS): years from two years on, days before.
   *
   * @param birth Patient's Birth Date, {@code YYYYMMDD}
   * @param study Study Date, likewise
   * @return empty where one is unknown, or they cannot be
   */
  public static Optional<String> ageAt(Optional<String> birth, Optional<String> study) {
    Optional<LocalDate> from = birth.flatMap(ClinicalHeader::date);
    Optional<LocalDate> to = study.flatMap(ClinicalHeader::date);
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      return Optional.empty();
    }
    int years = Period.between(from.get(), to.get()).getYears();
    long days = ChronoUnit.DAYS.between(from.get(), to.get());
    return Optional.of(
        years >= INFANT_YEARS
            ? String.format(Locale.ROOT, "%03dY", years)
            : String.format(Locale.ROOT, "%03dD", days));
  }

  private Optional<String> value(ClinicalField field, String tag) {
    return switch (tag) {
      case SEX -> header.text(tag).flatMap(ClinicalHeader::sex);
      case AGE -> field.unit().filter("years"::equals).flatMap(unit -> age());
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

  private Optional<String> age() {
    Optional<String> written = header.text(AGE).map(String::strip);
    // Programs that remove names write 000Y.
    return written
        .or(() -> ageAt(header.text(BIRTH_DATE), header.text(STUDY_DATE)))
        .filter(text -> !text.matches("0+Y"))
        .flatMap(ClinicalHeader::years);
  }

  private static Optional<String> years(String age) {
    Matcher parts = AGE_STRING.matcher(age);
    return parts.matches()
        ? Optional.of(words(years(Integer.parseInt(parts.group(1)), parts.group(2))))
        : Optional.empty();
  }

  /** An infant's age is in days, weeks or months. */
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

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE));
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
