package org.radcam.render;

import java.awt.image.BufferedImage;
import org.radcam.image.ImageTraits;
import org.radcam.image.Volume;
import org.radcam.prepare.Percentiles;

/** Draws heat maps, alone or over their image, one pixel for one voxel of a slice. */
public final class HeatMapRenderer {
  private HeatMapRenderer() {}

  /**
   * One slice of a displayed heat map as ARGB (not premultiplied), row by row. Heat below the
   * threshold, no heat, and NaN are transparent; the rest has the style's opacity, so that a colour
   * stands for one heat wherever it is.
   *
   * @param displayed heat from 0 to 1, as {@code HeatMap.displayed()} gives it
   */
  public static int[] argb(Volume displayed, int slice, HeatStyle style) {
    int area = displayed.size().columns() * displayed.size().rows();
    int alpha = (int) Math.round(style.opacity() * 255) << 24;
    int[] pixels = new int[area];
    for (int n = 0; n < area; n++) {
      float heat = displayed.voxels()[slice * area + n];
      if (heat > 0 && heat >= style.threshold()) {
        pixels[n] = alpha | style.colours().rgb(heat);
      }
    }
    return pixels;
  }

  /**
   * One slice of an image with its heat over it. The slice's values between its 0.5th and 99.5th
   * percentile are shown as black to white (white to black where large values are dark), so that a
   * few extreme pixels, such as a burnt-in marker, do not darken all the rest.
   */
  public static BufferedImage overlay(
      Volume image,
      ImageTraits.Brightness brightness,
      Volume displayed,
      int slice,
      HeatStyle style) {
    int columns = image.size().columns();
    int rows = image.size().rows();
    float[] values = image.slice(slice).voxels();
    double[] range = Percentiles.of(values, 0.5, 99.5);
    double scale = range[1] > range[0] ? 255 / (range[1] - range[0]) : 0;
    int[] heat = argb(displayed, slice, style);
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[heat.length];
    for (int n = 0; n < heat.length; n++) {
      int level = (int) Math.max(0, Math.min(255, Math.round((values[n] - range[0]) * scale)));
      int grey = brightness == ImageTraits.Brightness.LARGE_IS_DARK ? 255 - level : level;
      pixels[n] = blend(grey, heat[n]);
    }
    picture.setRGB(0, 0, columns, rows, pixels, 0, columns);
    return picture;
  }

  private static int blend(int grey, int argb) {
    double alpha = (argb >>> 24) / 255.0;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int colour = argb >> shift & 0xFF;
      rgb |= (int) Math.round(alpha * colour + (1 - alpha) * grey) << shift;
    }
    return rgb;
  }
}
