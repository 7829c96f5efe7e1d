package org.radcam.fiji.heat;

import ij.process.LUT;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

/** Colour maps as ImageJ's lookup tables. */
final class HeatLut {
  private static final int ENTRIES = 256;

  private HeatLut() {}

  /** The colours of heat from none to full. */
  static LUT of(ColourMap colours) {
    return table(colours::rgb);
  }

  /**
   * The colours of heat from none to full for adding to a grey image: black below the threshold,
   * and as bright as the opacity says.
   */
  static LUT toAdd(HeatStyle style) {
    return table(
        heat ->
            heat > 0 && heat >= style.threshold()
                ? dimmed(style.colours().rgb(heat), style.opacity())
                : 0);
  }

  private static int dimmed(int rgb, double brightness) {
    int dim = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      dim |= (int) Math.round(brightness * (rgb >> shift & 0xFF)) << shift;
    }
    return dim;
  }

  private static LUT table(Colours colours) {
    byte[] red = new byte[ENTRIES];
    byte[] green = new byte[ENTRIES];
    byte[] blue = new byte[ENTRIES];
    for (int n = 0; n < ENTRIES; n++) {
      int rgb = colours.rgb(n / (ENTRIES - 1f));
      red[n] = (byte) (rgb >> 16);
      green[n] = (byte) (rgb >> 8);
      blue[n] = (byte) rgb;
    }
    return new LUT(red, green, blue);
  }

  /** The colour of a heat as 0xRRGGBB. */
  private interface Colours {
    int rgb(float heat);
  }
}
