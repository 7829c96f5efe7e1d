package org.radcam.render;

import java.util.List;
import java.util.Locale;
import org.radcam.UserException;

/**
 * Heat, 0 to 1, as colour.
 *
 * <p>{@link #TURBO}, {@link #INFERNO}, {@link #VIRIDIS} interpolate linearly between a few of the
 * published colours; the others are defined by formulas.
 */
public enum ColourMap {
  /** Blue over green to red, with even steps in brightness (Mikhailov, Google AI blog, 2019). */
  TURBO(
      "Turbo", 0x30123b, 0x4145ab, 0x4675ed, 0x39a2fc, 0x1bcfd4, 0x24eca6, 0x61fc6c, 0xa4fc3b,
      0xd1e834, 0xf3c63a, 0xfe9b2d, 0xf36315, 0xd93806, 0xb11901, 0x7a0402),
  /** Black over red and yellow to white, as in a glowing body. */
  HOT("Hot", 0x000000, 0xff0000, 0xffff00, 0xffffff),
  /** Dark violet over red to pale yellow; readable with colour blindness (matplotlib). */
  INFERNO(
      "Inferno", 0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06,
      0xf7d13d, 0xfcffa4),
  /** Dark blue over green to yellow; readable with colour blindness (matplotlib). */
  VIRIDIS(
      "Viridis", 0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
      0xb5de2b, 0xfde725),
  /** Dark blue over cyan and yellow to dark red, as most published Grad-CAM figures are. */
  JET(
      "Jet", 0x000080, 0x0000ff, 0x0080ff, 0x00ffff, 0x80ff80, 0xffff00, 0xff8000, 0xff0000,
      0x800000),
  /** Red of growing strength. */
  RED("Red", 0x400000, 0xff0000);

  private final String title;
  private final int[] colours;

  ColourMap(String title, int... colours) {
    this.title = title;
    this.colours = colours;
  }

  public String title() {
    return title;
  }

  public static List<String> titles() {
    return List.of(values()).stream().map(ColourMap::title).toList();
  }

  /** The colour map of that title, whatever its case. */
  public static ColourMap of(String title) {
    for (ColourMap map : values()) {
      if (map.title.toLowerCase(Locale.ROOT).equals(title.strip().toLowerCase(Locale.ROOT))) {
        return map;
      }
    }
    throw new UserException(
        "There is no colour map '" + title + "'. There are: " + String.join(", ", titles()) + ".");
  }

  /** Colour of a heat as 0xRRGGBB; below 0 and above 1 count as 0 and 1. */
  public int rgb(float heat) {
    float at = Math.max(0, Math.min(1, heat)) * (colours.length - 1);
    int low = Math.min((int) at, colours.length - 2);
    float part = at - low;
    return mix(colours[low], colours[low + 1], part, 16)
        | mix(colours[low], colours[low + 1], part, 8)
        | mix(colours[low], colours[low + 1], part, 0);
  }

  private static int mix(int from, int to, float part, int shift) {
    int a = from >> shift & 0xFF;
    int b = to >> shift & 0xFF;
    return Math.round(a + part * (b - a)) << shift;
  }
}
