package org.radcam.fiji.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;

/**
 * The options of a macro line, {@code key=value key=[value with blanks] flag}, cut into words.
 *
 * <p>ImageJ looks an option up by searching the whole text for {@code key=}, and so finds it inside
 * the value of another ({@code input=/data/n=7 n=3}). Here the text is cut once, from left to
 * right:
 *
 * <ul>
 *   <li>options are separated by blanks; a key ends at the first {@code =};
 *   <li>a value in {@code [ ]} may hold blanks and further, balanced brackets, one in {@code ' '}
 *       blanks; any other ends at the next blank;
 *   <li>a key without {@code =} is a flag and means {@code true};
 *   <li>letter case of keys does not matter.
 * </ul>
 */
public final class OptionText {
  private final Map<String, String> values;

  private OptionText(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Cuts a text.
   *
   * @param text the options; null and blanks only mean that there are none
   * @throws UserException if a bracket or quote stays open, or an option is there twice
   */
  public static OptionText parse(String text) {
    return new OptionText(new Cutter(text == null ? "" : text).cut());
  }

  /**
   * Options that came one by one, as from a dialog.
   *
   * @param values by key
   */
  public static OptionText of(Map<String, String> values) {
    Map<String, String> lower = new LinkedHashMap<>();
    values.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
    return new OptionText(Collections.unmodifiableMap(lower));
  }

  /** The value of a key as it was typed, {@code true} for a flag; empty where it is not there. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)));
  }

  /** The value of a key; empty where it is not there or blank. */
  public Optional<String> filled(String key) {
    return text(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /**
   * A number.
   *
   * @throws UserException if it is none, or out of its range
   */
  public double number(String key, double otherwise, double low, double high) {
    Optional<String> typed = text(key);
    if (typed.isEmpty()) {
      return otherwise;
    }
    double value = parseNumber(typed.get());
    if (!(value >= low && value <= high)) {
      throw new UserException(
          "The option '"
              + key
              + "' must be a number from "
              + Numbers.plain(low)
              + " to "
              + Numbers.plain(high)
              + ", not '"
              + typed.get()
              + "'.");
    }
    return value;
  }

  private static double parseNumber(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * A yes or no: {@code flag}, {@code flag=true}, {@code flag=false}.
   *
   * @throws UserException if it is something else
   */
  public boolean flag(String key, boolean otherwise) {
    Optional<String> typed = text(key);
    if (typed.isEmpty()) {
      return otherwise;
    }
    return switch (typed.get().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default ->
          throw new UserException(
              "The option '" + key + "' must be true or false, not '" + typed.get() + "'.");
    };
  }

  /**
   * Refuses options that a command has not: a misspelt one would otherwise be passed over in
   * silence.
   *
   * @throws UserException that names the option and lists those that there are
   */
  public void allowOnly(List<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        throw new UserException(
            "There is no option '" + key + "'. The options are: " + String.join(", ", keys) + ".");
      }
    }
  }

  /** One walk over a text. */
  private static final class Cutter {
    private final String text;
    private final Map<String, String> found = new LinkedHashMap<>();
    private int at;

    Cutter(String text) {
      this.text = text;
    }

    Map<String, String> cut() {
      skipBlanks();
      while (at < text.length()) {
        String key = key();
        String value = "true";
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          value = value(key);
        }
        if (found.putIfAbsent(key, value) != null) {
          throw new UserException("The option '" + key + "' is given twice.");
        }
        skipBlanks();
      }
      return Collections.unmodifiableMap(found);
    }

    private void skipBlanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private String key() {
      int start = at;
      while (at < text.length()
          && text.charAt(at) != '='
          && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw new UserException(
            "A value without a name stands at '"
                + text.substring(start)
                + "'; expected name=value.");
      }
      return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private String value(String key) {
      if (at < text.length() && text.charAt(at) == '[') {
        return bracketed(key);
      }
      if (at < text.length() && text.charAt(at) == '\'') {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
          throw new UserException("The value of '" + key + "' has no closing quote (').");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
      }
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private String bracketed(String key) {
      int open = 0;
      int start = at + 1;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        open += c == '[' ? 1 : c == ']' ? -1 : 0;
        if (open == 0) {
          at++;
          return text.substring(start, at - 1);
        }
      }
      throw new UserException("The value of '" + key + "' has no closing bracket (]).");
    }
  }
}
