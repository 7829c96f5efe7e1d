package org.radcam.io.dicom;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The view of a projection in the words of View Position (0018,5101), whichever way a file says it.
 *
 * <ul>
 *   <li>A View Code (CID 4010) by its value, in SNOMED CT or in the older SNOMED RT.
 *   <li>Else words by their letters alone, so that "Postero-anterior" and "posteroanterior" are
 *       one.
 *   <li>Words that are not listed here stay as they are.
 * </ul>
 *
 * The names are those of the CR Series module (PS3.3 C.8.1.1): PA, AP, LL (left lateral), RL (right
 * lateral); and, where a file says no more, LATERAL and FRONTAL (which of PA and AP is unsaid).
 */
public final class ViewNames {
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("272479007", "PA"),
          Map.entry("R-10214", "PA"),
          Map.entry("R-40888", "PA"),
          Map.entry("399348003", "AP"),
          Map.entry("R-10206", "AP"),
          Map.entry("399173006", "LL"),
          Map.entry("R-10236", "LL"),
          Map.entry("399198007", "RL"),
          Map.entry("R-10232", "RL"),
          Map.entry("399067008", "LATERAL"),
          Map.entry("R-102CD", "LATERAL"),
          Map.entry("399033003", "FRONTAL"),
          Map.entry("R-10202", "FRONTAL"));

  private static final Map<String, String> BY_LETTERS =
      Map.ofEntries(
          Map.entry("PA", "PA"),
          Map.entry("POSTEROANTERIOR", "PA"),
          Map.entry("POSTERIORANTERIOR", "PA"),
          Map.entry("AP", "AP"),
          Map.entry("ANTEROPOSTERIOR", "AP"),
          Map.entry("ANTERIORPOSTERIOR", "AP"),
          Map.entry("LL", "LL"),
          Map.entry("LEFTLATERAL", "LL"),
          Map.entry("RL", "RL"),
          Map.entry("RIGHTLATERAL", "RL"),
          Map.entry("LATERAL", "LATERAL"),
          Map.entry("FRONTAL", "FRONTAL"));

  private ViewNames() {}

  /** The view that words name: View Position, or a code's meaning. */
  public static String ofWords(String words) {
    String letters = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    return BY_LETTERS.getOrDefault(letters, words);
  }

  /**
   * The view of an item of View Code Sequence.
   *
   * @param value Code Value (0008,0100)
   * @param meaning Code Meaning (0008,0104)
   */
  public static Optional<String> ofCode(Optional<String> value, Optional<String> meaning) {
    return value.map(BY_CODE::get).or(() -> meaning.map(ViewNames::ofWords));
  }
}
