package org.radcam.fiji.heat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.radcam.UserException;

/** What full heat means where an image has several heat maps. */
public enum HeatScale {
  /** Each map's own maximum: every map shows where its evidence is, however weak. */
  OWN,
  /** The largest value of all maps that are shown: the colours of lesions can be compared. */
  COMMON;

  /** As dialogs and macros have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(HeatScale::word).toList();
  }

  /**
   * The scale of that word, whatever its letter case.
   *
   * @throws UserException if there is none
   */
  public static HeatScale of(String word) {
    return Arrays.stream(values())
        .filter(scale -> scale.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no scale '"
                        + word
                        + "' of heat maps. There are: "
                        + String.join(", ", words())
                        + "."));
  }
}
