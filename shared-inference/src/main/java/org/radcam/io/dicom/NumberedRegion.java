package org.radcam.io.dicom;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.radcam.io.format.ImageFormatException;

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

  /**
   * The number of the region of a name; capitals do not count.
   *
   * @param file what the file is, for messages
   */
  static int numberOf(String file, List<NumberedRegion> regions, String name)
      throws ImageFormatException {
    List<NumberedRegion> named =
        regions.stream().filter(one -> one.name().strip().equalsIgnoreCase(name)).toList();
    if (named.size() == 1) {
      return named.get(0).number();
    }
    throw new ImageFormatException(
        named.isEmpty()
            ? "The " + file + " holds no region '" + name + "'; it holds " + list(regions) + "."
            : "The "
                + file
                + " holds several regions '"
                + name
                + "': say by its number which one is meant, "
                + list(named)
                + ".");
  }

  private static String list(List<NumberedRegion> regions) {
    return regions.stream()
            .limit(MOST_LISTED)
            .map(NumberedRegion::toString)
            .collect(Collectors.joining(", "))
        + (regions.size() > MOST_LISTED ? ", ..." : "");
  }

  /** What to say where a number is absent, or names none of them. */
  static String choose(String file, List<NumberedRegion> regions, OptionalInt number) {
    String list = list(regions);
    return number.isPresent()
        ? file + " holds no region of the number " + number.getAsInt() + "; it holds " + list + "."
        : file
            + " holds several regions, with the numbers "
            + list
            + ": say which one is meant, or export it alone.";
  }
}
