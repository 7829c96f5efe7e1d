package org.radcam.zoo.phantom;

/**
 * The lungs' vessels: they leave the hilum in all directions of the lung, fork, and thin out
 * towards the border. Drawn as overlapping round sticks.
 */
final class ChestVessels {
  private static final int DEPTH = 4;

  private final Canvas canvas;
  private final ChestShape shape;
  private final Draw draw;
  private final double strength;

  private ChestVessels(Canvas canvas, ChestShape shape, Draw draw) {
    this.canvas = canvas;
    this.shape = shape;
    this.draw = draw;
    this.strength = draw.between(0.11, 0.16);
  }

  static void draw(Canvas canvas, ChestShape shape, Draw draw) {
    ChestVessels vessels = new ChestVessels(canvas, shape, draw);
    for (int side = -1; side <= 1; side += 2) {
      double x = side * draw.between(0.19, 0.23);
      double y = draw.between(-0.06, 0.02) + (side > 0 ? -0.04 : 0);
      int trunks = 11;
      for (int n = 0; n < trunks; n++) {
        // From nearly straight up, outward, to nearly straight down.
        double angle = -1.35 + 2.75 * (n + draw.between(-0.3, 0.3)) / (trunks - 1);
        vessels.branch(x, y, side, angle, draw.between(0.020, 0.032), 0);
      }
    }
  }

  private void branch(double x, double y, int side, double angle, double radius, int depth) {
    if (depth > DEPTH || radius < 0.003) {
      return;
    }
    double toX = x;
    double toY = y;
    double heading = angle;
    int steps = 4;
    double length = draw.between(0.13, 0.20) / steps;
    for (int n = 0; n < steps; n++) {
      double fromX = toX;
      double fromY = toY;
      heading += draw.between(-0.16, 0.16);
      toX = fromX + side * length * StrictMath.cos(heading);
      toY = fromY + length * StrictMath.sin(heading);
      if (depth > 0 && !shape.inLung(toX, toY)) {
        return;
      }
      double r = radius * (1 - 0.3 * n / steps);
      canvas.stick(fromX, fromY, toX, toY, r, strength * Math.min(1, r / 0.022));
    }
    branch(toX, toY, side, heading + draw.between(0.1, 0.5), radius * 0.66, depth + 1);
    branch(toX, toY, side, heading - draw.between(0.1, 0.5), radius * 0.66, depth + 1);
  }
}
