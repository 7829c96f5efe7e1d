package org.radcam.render;

import java.util.List;
import java.util.Locale;
import org.radcam.UserException;

/**
 * Heat, 0 to 1, as colour.
 *
 * <p>{@link #TURBO}, {@link #INFERNO}, {@link #VIRIDIS} interpolate linearly between every
 * fifteenth of the 256 published colours; the others are straight lines between a few colours.
 */
public enum ColourMap {
  /** Blue over green to red, smoother than Jet (Mikhailov, Google AI blog, 2019). */
  TURBO(
      "Turbo", 0x30123b, 0x3f3e9c, 0x4666dd, 0x458cfd, 0x2fb2f4, 0x1ad4d0, 0x22ebaa, 0x52fa7a,
      0x8bff4b, 0xb7f735, 0xdbe236, 0xf5c53a, 0xfea130, 0xf9751d, 0xe84b0c, 0xce2d04, 0xa91601,
      0x7a0403),
  /** Black over red and yellow to white, as in a glowing body. */
  HOT("Hot", 0x000000, 0xff0000, 0xffff00, 0xffffff),
  /** Dark violet over red to pale yellow; readable with colour blindness (matplotlib). */
  INFERNO(
      "Inferno", 0x000004, 0x0a0722, 0x1e0c45, 0x380962, 0x510e6c, 0x69166e, 0x801f6c, 0x982766,
      0xb0315b, 0xc63d4d, 0xd94d3d, 0xe9612b, 0xf47918, 0xfa9407, 0xfcb014, 0xf8cd37, 0xf2ea69,
      0xfcffa4),
  /** Dark blue over green to yellow; readable with colour blindness (matplotlib). */
  VIRIDIS(
      "Viridis", 0x440154, 0x481769, 0x472a7a, 0x433d84, 0x3d4e8a, 0x355e8d, 0x2e6d8e, 0x297b8e,
      0x23898e, 0x1f978b, 0x21a585, 0x2eb37c, 0x46c06f, 0x65cb5e, 0x89d548, 0xb0dd2f, 0xd8e219,
      0xfde725),
  /** Dark blue over cyan and yellow to dark red, as most published Grad-CAM figures are. */
  JET(
      "Jet", 0x000080, 0x0000ff, 0x0080ff, 0x00ffff, 0x80ff80, 0xffff00, 0xff8000, 0xff0000,
      0x800000),
  /** Red of growing strength. */
  RED("Red", 0x400000, 0xff0000);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
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
