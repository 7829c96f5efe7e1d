package org.radcam.io;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which of a file's regions is meant: one by its number, one by its name, or whatever the file
 * holds.
 *
 * @param number the value of a mask's voxels, the Segment Number of a segmentation, the ROI Number
 *     of a structure set
 * @param name the Segment Label or ROI Name; empty where none is given
 */
public record RegionLabel(OptionalInt number, String name) {
  /** All voxels that are not 0, or the only region of a file. */
  public static final RegionLabel ALL = new RegionLabel(OptionalInt.empty(), "");

  /** How {@link #ALL} is written. */
  private static final String WORD = "all";

  public RegionLabel {
    if (number.isPresent() && !name.isEmpty()) {
      throw new IllegalArgumentException("A region is named or numbered");
    }
  }

  /** The region of a number. */
  public static RegionLabel of(int number) {
    return new RegionLabel(OptionalInt.of(number), "");
  }

  /**
   * What a user wrote: nothing or {@code all}, a whole number, or a name. A region whose name is a
   * number is found by its number only.
   */
  public static RegionLabel parse(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.toLowerCase(Locale.ROOT).equals(WORD)) {
      return ALL;
    }
    return text.matches("[+-]?[0-9]{1,9}")
        ? of(Integer.parseInt(text))
        : new RegionLabel(OptionalInt.empty(), text);
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : name.isEmpty() ? WORD : name;
  }
}
