package org.radcam.weasis.fakehost;

import java.awt.image.BufferedImage;
import org.weasis.opencv.data.PlanarImage;

/** Stored values as a grey picture, from the darkest value to the brightest. */
public final class GreyImage {
  private GreyImage() {}

  public static BufferedImage of(PlanarImage image) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < image.width() * image.height(); i++) {
      double value = image.get(i / image.width(), i % image.width())[0];
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double scale = high > low ? 255 / (high - low) : 0;
    boolean colour = image.channels() == 3;
    BufferedImage grey =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double[] pixel = image.get(y, x);
        int level = (int) Math.round((pixel[0] - low) * scale);
        grey.setRGB(
            x,
            y,
            colour
                ? (int) pixel[0] << 16 | (int) pixel[1] << 8 | (int) pixel[2]
                : level * 0x010101);
      }
    }
    return grey;
  }
}
