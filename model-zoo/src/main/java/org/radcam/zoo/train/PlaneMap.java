package org.radcam.zoo.train;

import org.radcam.image.Size;

/**
 * A drawn affine map of one slice about its centre: rotation, scale, shift, mirror images. The same
 * map moves every channel of a case, by linear interpolation; what comes in from outside is the
 * channel's smallest value.
 */
final class PlaneMap implements GridMap {
  private final int columns;
  private final int rows;
  private final double cos;
  private final double sin;
  private final double shiftX;
  private final double shiftY;
  private final double mirrorX;
  private final double mirrorY;

  /**
   * @param zoom more than 1 makes things smaller
   * @param mirrorX -1 for a left-right mirror image, else 1
   * @param mirrorY -1 for one that turns the image upside down, else 1
   */
  PlaneMap(
      Size size,
      double angle,
      double zoom,
      double shiftX,
      double shiftY,
      double mirrorX,
      double mirrorY) {
    this.columns = size.columns();
    this.rows = size.rows();
    this.cos = Math.cos(angle) * zoom;
    this.sin = Math.sin(angle) * zoom;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    this.mirrorX = mirrorX;
    this.mirrorY = mirrorY;
  }

  @Override
  public float[] move(float[] image, float outside) {
    double centreX = (columns - 1) / 2.0;
    double centreY = (rows - 1) / 2.0;
    float[] moved = new float[image.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        double dx = mirrorX * (x - centreX);
        double dy = mirrorY * (y - centreY);
        moved[y * columns + x] =
            at(
                image,
                centreX + cos * dx - sin * dy + shiftX,
                centreY + sin * dx + cos * dy + shiftY,
                outside);
      }
    }
    return moved;
  }

  /** Linear interpolation; pixels beyond the edge have the value {@code outside}. */
  private float at(float[] image, double x, double y, float outside) {
    if (x <= -1 || y <= -1 || x >= columns || y >= rows) {
      return outside;
    }
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    double upper = (1 - fx) * pixel(image, left, top, outside);
    upper += fx * pixel(image, left + 1, top, outside);
    double lower = (1 - fx) * pixel(image, left, top + 1, outside);
    lower += fx * pixel(image, left + 1, top + 1, outside);
    return (float) ((1 - fy) * upper + fy * lower);
  }

  private float pixel(float[] image, int x, int y, float outside) {
    return x < 0 || y < 0 || x >= columns || y >= rows ? outside : image[y * columns + x];
  }
}
