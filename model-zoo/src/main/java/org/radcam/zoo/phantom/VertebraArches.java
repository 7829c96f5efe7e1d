package org.radcam.zoo.phantom;

/**
 * What is behind the vertebral bodies: pedicles with the foramina between them, articular and
 * spinous processes.
 */
final class VertebraArches {
  private final double density;
  private final double thick;
  private final double steep;
  private final double reach;
  private final Draw draw;

  VertebraArches(Draw draw) {
    density = draw.between(0.15, 0.27);
    thick = draw.between(0.85, 1.1);
    steep = draw.between(0.25, 0.55);
    reach = draw.between(18, 27);
    this.draw = draw;
  }

  /**
   * Draws those of one vertebra.
   *
   * @param side 1 where the front is on the left, -1 where it is on the right
   */
  void draw(Canvas canvas, Spine.Vertebra vertebra, int side) {
    Pen pen = new Pen(canvas, vertebra, side);
    double back = vertebra.body().depth;
    double height = vertebra.body().height;
    double top = -0.22 * height;
    pen.bone(0.8 * back, top, back + 11, top, 4.6 * thick, 0.8 * density);
    pen.bone(back + 10, top, back + 8, -0.80 * height, 3.8 * thick, density);
    pen.bone(back + 11, top, back + 14, 0.35 * height, 4.2 * thick, density);
    pen.bone(back + 14, 0.35 * height, back + 12.5, 0.72 * height, 3.6 * thick, density);
    // The spinous process is a plate, high in this view and knobbed at its end.
    double end = back + 13 + reach * draw.between(0.85, 1.1);
    double sag = steep * draw.between(0.8, 1.2);
    for (int n = 0; n < 4; n++) {
      double from = (0.10 + 0.07 * n) * height;
      double to = (0.02 + 0.15 * n) * height + sag * reach;
      pen.bone(back + 14, from, end - 1.2 * n, to, 3.2 * thick, 0.65 * density);
    }
  }

  /** Draws in a vertebra's own frame. */
  private record Pen(Canvas canvas, Spine.Vertebra vertebra, int side) {
    void bone(double u0, double v0, double u1, double v1, double radius, double density) {
      canvas.stick(side * x(u0, v0), y(u0, v0), side * x(u1, v1), y(u1, v1), radius, density);
    }

    private double x(double u, double v) {
      return vertebra.x() + vertebra.cos() * u - vertebra.sin() * v;
    }

    private double y(double u, double v) {
      return vertebra.y() + vertebra.sin() * u + vertebra.cos() * v;
    }
  }
}
