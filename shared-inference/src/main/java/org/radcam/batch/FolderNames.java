package org.radcam.batch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The folder of a case of a manifest, which may have any name. Letters, digits, spaces and {@code
 * -_.,()+=@#} stay, but not a dot or space at an end; each byte (UTF-8) of anything else is {@code
 * %XX}, as in web addresses, so that differing names have differing folders and none leads
 * elsewhere.
 */
public final class FolderNames {
  private static final String KEPT = " -_.,()+=@#";

  /** Windows takes these for devices, whatever follows a dot. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  /** Files that a batch itself writes beside the folders of its cases. */
  private static final Set<String> FILES =
      Set.of("results.csv", "results.json", "patients.csv", "batch.json");

  private FolderNames() {}

  /** The name of the folder of a case with this name, which is not empty. */
  public static String of(String name) {
    StringBuilder folder = new StringBuilder();
    int[] letters = name.codePoints().toArray();
    for (int n = 0; n < letters.length; n++) {
      boolean atEnd = n == 0 || n == letters.length - 1;
      boolean kept =
          Character.isLetterOrDigit(letters[n])
              || (KEPT.indexOf(letters[n]) >= 0
                  && !(atEnd && (letters[n] == '.' || letters[n] == ' ')));
      if (kept && !(n == 0 && isTaken(name))) {
        folder.appendCodePoint(letters[n]);
      } else {
        for (byte part : Character.toString(letters[n]).getBytes(StandardCharsets.UTF_8)) {
          folder.append(String.format(Locale.ROOT, "%%%02X", part));
        }
      }
    }
    return folder.toString();
  }

  private static boolean isTaken(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String stem = lower.replaceFirst("\\..*", "");
    return FILES.contains(lower) || DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
  }
}
