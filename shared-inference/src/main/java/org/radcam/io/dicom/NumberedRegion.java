package org.radcam.io.dicom;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A region of a DICOM file.
 *
 * @param number Segment Number, or ROI Number
 * @param name Segment Label, or ROI Name; empty where there is none
 */
public record NumberedRegion(int number, String name) {
  private static final int MOST_LISTED = 20;

  @Override
  public String toString() {
    return name.isEmpty() ? String.valueOf(number) : number + " (" + name + ")";
  }

  /** What to say where a number is absent, or names none of them. */
  static String choose(String file, List<NumberedRegion> regions, OptionalInt number) {
    String list =
        regions.stream()
                .limit(MOST_LISTED)
                .map(NumberedRegion::toString)
                .collect(Collectors.joining(", "))
            + (regions.size() > MOST_LISTED ? ", ..." : "");
    return number.isPresent()
        ? file + " holds no region of the number " + number.getAsInt() + "; it holds " + list + "."
        : file
            + " holds several regions, with the numbers "
            + list
            + ": say which one is meant, or export it alone.";
  }
}
