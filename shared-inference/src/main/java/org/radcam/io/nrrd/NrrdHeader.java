package org.radcam.io.nrrd;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;

/**
 * The fields of an NRRD header, lines {@code field: value} up to an empty one
 * (teem.sourceforge.net/nrrd/format.html). Comments and free key/value pairs ({@code key:=value}),
 * which may name a patient, are not kept.
 */
final class NrrdHeader {
  /** Headers of diffusion images, with a line for each direction, have some ten thousand bytes. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int LONGEST_FIELD = 32;

  private final Map<String, String> fields = new HashMap<>();
  private final int end;

  /**
   * Reads the header that a file begins with.
   *
   * @param file its bytes, which begin with NRRD's magic
   */
  NrrdHeader(byte[] file) throws ImageFormatException {
    int most = Math.min(file.length, MOST_BYTES);
    int at = 0;
    boolean magic = true;
    while (at < most) {
      int lineEnd = at;
      while (lineEnd < most && file[lineEnd] != '\n') {
        lineEnd++;
      }
      if (lineEnd == MOST_BYTES) {
        throw malformed("its header, which does not end");
      }
      String line = new String(file, at, lineEnd - at, StandardCharsets.ISO_8859_1).stripTrailing();
      at = Math.min(lineEnd + 1, file.length);
      if (line.isEmpty()) {
        break;
      }
      if (!magic && !line.startsWith("#")) {
        keep(line);
      }
      if (text("datafile").orElse("").startsWith("LIST")) {
        break; // the names that follow are lines without a colon
      }
      magic = false;
    }
    this.end = at;
  }

  private void keep(String line) throws ImageFormatException {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw malformed("its header, which has a line without a colon");
    }
    if (line.startsWith(":=", colon) || colon > LONGEST_FIELD) {
      return;
    }
    // "space origin" and "spaceorigin" and so on are the same.
    String field = line.substring(0, colon).toLowerCase(Locale.ROOT).replace(" ", "");
    if (fields.put(field, line.substring(colon + 1).strip()) != null) {
      throw malformed("the field '" + field + "', which it has twice");
    }
  }

  /** Where the header ends and attached data begin. */
  int end() {
    return end;
  }

  /** A field's value, by its name without spaces. */
  Optional<String> text(String field) {
    return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
  }

  String required(String field) throws ImageFormatException {
    return text(field).orElseThrow(() -> malformed("the field '" + field + "', which it lacks"));
  }

  /** A field of whole numbers of at least 0 between spaces. */
  long[] counts(String field) throws ImageFormatException {
    String[] words = required(field).split("\\s+", -1);
    long[] counts = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      if (!words[i].matches("[0-9]{1,18}")) {
        throw malformed("the field '" + field + "'");
      }
      counts[i] = Long.parseLong(words[i]);
    }
    return counts;
  }

  /** One whole number; {@code absent} where the field is absent. */
  long count(String field, long absent) throws ImageFormatException {
    return text(field).isEmpty() ? absent : counts(field)[0];
  }

  /** A number, or NRRD's word for unknown. */
  static double number(String word, String field) throws ImageFormatException {
    try {
      return word.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw malformed("the field '" + field + "'");
    }
  }

  static ImageFormatException malformed(String what) {
    return new ImageFormatException("The NRRD file is malformed in " + what + ".");
  }
}
