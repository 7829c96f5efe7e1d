package org.radcam.fiji.image;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.UserException;

/**
 * Slices of a stack, as a user names them: {@code current}, {@code all}, {@code 5} or {@code 3-9}.
 *
 * @param first from 1; 0 for the current slice
 * @param last from 1; 0 for the current slice
 */
public record SliceRange(int first, int last) {
  public static final SliceRange CURRENT = new SliceRange(0, 0);
  public static final SliceRange ALL = new SliceRange(1, Integer.MAX_VALUE);

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?");

  public SliceRange {
    if (first < 0 || last < first || (first == 0) != (last == 0)) {
      throw new IllegalArgumentException("There are no slices " + first + " to " + last);
    }
  }

  /**
   * Reads a user's words.
   *
   * @throws UserException if they name no slices
   */
  public static SliceRange parse(String words) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.equals("current")) {
      return CURRENT;
    }
    if (text.equals("all")) {
      return ALL;
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      int first = Integer.parseInt(numbers.group(1));
      int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
      if (first >= 1 && last >= first) {
        return new SliceRange(first, last);
      }
    }
    throw new UserException(
        "'"
            + words
            + "' names no slices; expected current, all, a number, or a range such as 3-9.");
  }

  /**
   * The same slices as numbers.
   *
   * @param current the stack's current slice, from 1
   * @param count how many slices the stack has
   * @throws UserException where the stack ends before the range does
   */
  SliceRange within(int current, int count) {
    if (equals(CURRENT)) {
      return new SliceRange(current, current);
    }
    if (equals(ALL)) {
      return new SliceRange(1, count);
    }
    if (last > count) {
      throw new UserException(
          "There is no slice " + last + ": the image has " + count + " of them.");
    }
    return this;
  }
}
