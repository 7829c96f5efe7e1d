package org.radcam.zoo.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of spine from the side, the front on the left: bodies with discs between them along a
 * curve. In the middle is the vertebra that is asked about. A collapsed body lets those above come
 * down and tip forward.
 *
 * <p>Places are in mm from the middle of the intact target.
 */
final class Spine {
  private static final int EACH_SIDE = 3;

  private final List<Vertebra> vertebrae = new ArrayList<>();

  /**
   * A body and where it is.
   *
   * @param x place of its middle
   * @param y place of its middle
   * @param angle turn in radians: positive tips its upper end to the back
   * @param cos of the angle
   * @param sin of the angle
   */
  record Vertebra(VertebraBody body, double x, double y, double angle, double cos, double sin) {
    Vertebra(VertebraBody body, double x, double y, double angle) {
      this(body, x, y, angle, StrictMath.cos(angle), StrictMath.sin(angle));
    }

    /** Place in the body's own frame, towards the back. */
    double u(double atX, double atY) {
      return cos * (atX - x) + sin * (atY - y);
    }

    /** Place in the body's own frame, down. */
    double v(double atX, double atY) {
      return cos * (atY - y) - sin * (atX - x);
    }
  }

  /**
   * A spine.
   *
   * @param grade of the target's collapse, see {@link Collapse}
   */
  Spine(int grade, Draw draw) {
    BoneQuality quality = BoneQuality.drawn(draw.split());
    double height = draw.between(23, 31);
    double depth = height * draw.between(0.56, 0.70);
    double disc = height * draw.between(0.22, 0.38);
    double growth = draw.between(0.00, 0.03);
    double bend = draw.between(-0.09, 0.09);
    double[] tilt = {draw.between(-0.09, 0.09), draw.between(-0.05, 0.05)};
    // One other vertebra may be fractured: only the target counts.
    int other = draw.chance(0.3) ? draw.choice(2 * EACH_SIDE) : -1;
    int otherGrade = 1 + draw.choice(2);
    List<Part> parts = new ArrayList<>();
    for (int n = -EACH_SIDE; n <= EACH_SIDE; n++) {
      int index = n + EACH_SIDE - (n > 0 ? 1 : 0);
      int itsGrade = n == 0 ? grade : index == other ? otherGrade : 0;
      double size = (1 + growth * n) * draw.between(0.98, 1.02);
      Collapse collapse = new Collapse(itsGrade, draw.split());
      // Rays diverge: away from the middle they pass the bodies askew.
      double[] ray = {tilt[0] + 0.035 * n, tilt[1]};
      VertebraBody body =
          new VertebraBody(height * size, depth * size, ray, quality, collapse, draw.split());
      double turn = bend * draw.between(0.7, 1.3);
      parts.add(new Part(body, collapse, disc * draw.between(0.85, 1.15), turn));
    }
    place(parts);
  }

  /**
   * A vertebra before it has a place.
   *
   * @param disc height of the disc above it
   * @param turn against the one below it, if neither is collapsed
   */
  private record Part(VertebraBody body, Collapse collapse, double disc, double turn) {
    /** How much lower the body's middle line is than it was. */
    double sunk() {
      return 0.5 * (collapse.lostInFront() + collapse.lostBehind()) * body.height;
    }

    /** By how much the next one above tips forward; the disc takes some of it. */
    double tipped() {
      double wedge = collapse.lostInFront() - collapse.lostBehind();
      return 0.6 * wedge * body.height / (2 * body.depth);
    }
  }

  private void place(List<Part> parts) {
    Part target = parts.get(EACH_SIDE);
    Vertebra last = new Vertebra(target.body, 0, 0, 0);
    vertebrae.add(last);
    for (int n = EACH_SIDE - 1; n >= 0; n--) {
      Part below = parts.get(n + 1);
      Part part = parts.get(n);
      double rise = 0.5 * (below.body.height + part.body.height) + below.disc - below.sunk();
      last = next(last, part.body, -rise, below.turn - below.tipped());
      vertebrae.add(last);
    }
    last = vertebrae.get(0);
    for (int n = EACH_SIDE + 1; n < parts.size(); n++) {
      Part part = parts.get(n);
      double above = parts.get(n - 1).body.height;
      double fall = 0.5 * (above + part.body.height) + part.disc - part.sunk();
      last = next(last, part.body, fall, -part.turn + part.tipped());
      vertebrae.add(last);
    }
  }

  /** The next along the curve: half of the turn before the way, half after it. */
  private static Vertebra next(Vertebra from, VertebraBody body, double way, double turn) {
    double half = from.angle + 0.5 * turn;
    return new Vertebra(
        body,
        from.x - way * StrictMath.sin(half),
        from.y + way * StrictMath.cos(half),
        from.angle + turn);
  }

  /** All, the target first. */
  List<Vertebra> vertebrae() {
    return List.copyOf(vertebrae);
  }

  Vertebra target() {
    return vertebrae.get(0);
  }
}
