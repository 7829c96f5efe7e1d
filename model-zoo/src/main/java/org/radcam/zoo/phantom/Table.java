package org.radcam.zoo.phantom;

import java.util.function.DoubleUnaryOperator;

/** A function of one coordinate, worked out once on -2..2 and interpolated linearly. */
final class Table {
  private static final double END = 2;
  private static final int POINTS = 1601;

  private final double[] values = new double[POINTS];

  private Table() {}

  static Table of(DoubleUnaryOperator function) {
    Table table = new Table();
    for (int n = 0; n < POINTS; n++) {
      table.values[n] = function.applyAsDouble(-END + 2 * END * n / (POINTS - 1));
    }
    return table;
  }

  /** The value at a coordinate; beyond the ends, that of the end. */
  double at(double coordinate) {
    double place = Curves.clamp((coordinate + END) / (2 * END)) * (POINTS - 1);
    int below = Math.min(POINTS - 2, (int) place);
    return Curves.mix(values[below], values[below + 1], place - below);
  }
}
