package org.radcam.zoo.phantom;

import org.radcam.image.Geometry;
import org.radcam.image.Size;

/**
 * A stack of thin axial slices of Hounsfield units. Places are in mm from the middle of the stack:
 * x along a row, y down a column, z through the slices.
 */
final class CtStack {
  private static final int SMALLEST_SIDE = 144;
  private static final int SIDE_STEP = 16;

  /** A large lesion and what is around it must find room. */
  private static final double LEAST_FIELD_MM = 104;

  final Geometry geometry;
  final Size size;
  final double[] values;
  private final double pixel;
  private final double gap;

  /** An empty stack of 144 to 192 columns and rows and 10 to 24 slices. */
  CtStack(Draw draw) {
    int side = SMALLEST_SIDE + SIDE_STEP * draw.choice(4);
    pixel = rounded(draw.between(Math.max(0.5, LEAST_FIELD_MM / side), 0.9), 1000);
    gap = rounded(draw.between(1.5, 4), 10);
    size = new Size(side, side, 10 + draw.choice(15));
    geometry = Geometry.millimetres(size, pixel, pixel, gap);
    values = new double[size.voxels()];
  }

  /** Files write such lengths with few digits. */
  private static double rounded(double length, double parts) {
    return Math.rint(length * parts) / parts;
  }

  double x(int i) {
    return (i - 0.5 * (size.columns() - 1)) * pixel;
  }

  double y(int j) {
    return (j - 0.5 * (size.rows() - 1)) * pixel;
  }

  double z(int k) {
    return (k - 0.5 * (size.slices() - 1)) * gap;
  }

  /** Edge of a pixel in mm. */
  double pixel() {
    return pixel;
  }

  /** Whole length through the slices in mm. */
  double length() {
    return size.slices() * gap;
  }

  /** Something with Hounsfield units everywhere. */
  interface Painter {
    double at(double x, double y, double z);
  }

  void paint(Painter painter) {
    int n = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          values[n++] = painter.at(x(i), y(j), z(k));
        }
      }
    }
  }
}
