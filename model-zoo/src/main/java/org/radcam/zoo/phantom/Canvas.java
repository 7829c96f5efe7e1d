package org.radcam.zoo.phantom;

import org.radcam.image.Size;

/**
 * A picture of attenuation, drawn in thorax coordinates: x to the right of the picture, y down, the
 * origin in the middle of the chest, 1 about half the chest's width.
 *
 * <p>Pixel (i, j) has its centre at index (i, j); the pose turns, shifts and scales the body.
 */
final class Canvas {
  final Size size;
  final double[] values;
  private final double pixel;
  private final double cos;
  private final double sin;
  private final double shiftX;
  private final double shiftY;

  /**
   * An empty canvas.
   *
   * @param size pixels
   * @param pixel edge of a pixel in thorax units
   * @param angle turn of the body in radians
   */
  Canvas(Size size, double pixel, double angle, double shiftX, double shiftY) {
    this.size = size;
    this.values = new double[size.voxels()];
    this.pixel = pixel;
    this.cos = StrictMath.cos(angle);
    this.sin = StrictMath.sin(angle);
    this.shiftX = shiftX;
    this.shiftY = shiftY;
  }

  /** Another canvas on the same grid. */
  Canvas blank() {
    return new Canvas(this);
  }

  private Canvas(Canvas like) {
    size = like.size;
    values = new double[size.voxels()];
    pixel = like.pixel;
    cos = like.cos;
    sin = like.sin;
    shiftX = like.shiftX;
    shiftY = like.shiftY;
  }

  /** Attenuation at a place. */
  interface Painter {
    double at(double x, double y);
  }

  /** Adds a painter's value to every pixel. */
  void add(Painter painter) {
    for (int j = 0; j < size.rows(); j++) {
      for (int i = 0; i < size.columns(); i++) {
        double u = (i - 0.5 * (size.columns() - 1)) * pixel - shiftX;
        double v = (j - 0.5 * (size.rows() - 1)) * pixel - shiftY;
        values[j * size.columns() + i] += painter.at(cos * u + sin * v, cos * v - sin * u);
      }
    }
  }

  /**
   * Draws a round stick: the thickness of a cylinder of that radius, at most {@code density}.
   * Overlapping sticks take the larger value, so joints do not light up.
   */
  void stick(double x0, double y0, double x1, double y1, double radius, double density) {
    int[] columns =
        range(Math.min(x0, x1) - radius, Math.max(x0, x1) + radius, true, y0, y1, radius);
    int[] rows = range(Math.min(y0, y1) - radius, Math.max(y0, y1) + radius, false, x0, x1, radius);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length2 = Math.max(dx * dx + dy * dy, 1e-12);
    for (int j = rows[0]; j <= rows[1]; j++) {
      for (int i = columns[0]; i <= columns[1]; i++) {
        double u = (i - 0.5 * (size.columns() - 1)) * pixel - shiftX;
        double v = (j - 0.5 * (size.rows() - 1)) * pixel - shiftY;
        double x = cos * u + sin * v - x0;
        double y = cos * v - sin * u - y0;
        double along = Curves.clamp((x * dx + y * dy) / length2);
        double ax = x - along * dx;
        double ay = y - along * dy;
        double off2 = (ax * ax + ay * ay) / (radius * radius);
        if (off2 < 1) {
          int at = j * size.columns() + i;
          values[at] = Math.max(values[at], density * Math.sqrt(1 - off2));
        }
      }
    }
  }

  /** Pixels that a box of thorax coordinates may touch; generous by the turn of the body. */
  private int[] range(
      double low, double high, boolean x, double other0, double other1, double radius) {
    double reach = Math.max(Math.abs(other0), Math.abs(other1)) + radius;
    double slack = Math.abs(sin) * reach + (1 - cos) * Math.max(Math.abs(low), Math.abs(high));
    double shift = x ? shiftX : shiftY;
    int count = x ? size.columns() : size.rows();
    double middle = 0.5 * (count - 1);
    int first = (int) Math.floor((low - slack + shift) / pixel + middle);
    int last = (int) Math.ceil((high + slack + shift) / pixel + middle);
    return new int[] {Math.max(0, first), Math.min(count - 1, last)};
  }
}
