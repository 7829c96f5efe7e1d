package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Ellipsoid.ball;
import static org.radcam.zoo.phantom.Ellipsoid.ellipsoid;

/**
 * The face and what lies behind it, in head coordinates: x to the left, y to the back, z up, the
 * origin between the nasal cavities' back ends; millimetres.
 */
final class SinonasalHead {
  private static final double FAT_UNDER_SKIN = 6;

  private final Draw draw;
  private final Anatomy anatomy = new Anatomy();
  private final double size;

  private SinonasalHead(Draw draw) {
    this.draw = draw;
    size = draw.between(0.95, 1.05);
  }

  /** A head without a lesion. */
  static Anatomy drawn(Draw draw) {
    SinonasalHead head = new SinonasalHead(draw);
    head.face();
    head.brain();
    head.orbits();
    head.nose();
    head.sinuses();
    return head.anatomy;
  }

  /** The maxillary sinus of a side, without its wall: 1 for the left, -1 for the right. */
  static Ellipsoid maxillary(int side) {
    return ellipsoid(side * 30, -37, -10, 14, 18, 17);
  }

  private void face() {
    double width = 73 * size;
    double length = 97 * size;
    SpaceNoise muscles = new SpaceNoise(draw.split(), 9, 2);
    anatomy.add(Tissue.FAT, ellipsoid(0, 25, 10, width, length, 122));
    anatomy.add(Tissue.FAT, ellipsoid(0, -72, -12, 14, 20, 24));
    anatomy.add(
        Tissue.MUSCLE,
        ellipsoid(0, 25, 5, width - FAT_UNDER_SKIN, length - FAT_UNDER_SKIN, 116),
        (x, y, z) -> 0.12 * muscles.at(x, y, z));
    both(Tissue.FAT, 46, -34, -20, 9, 17, 24);
    both(Tissue.FAT, 44, -12, -4, 8, 12, 20);
    both(Tissue.FAT, 23, 2, -22, 5, 12, 18);
    both(Tissue.BONE, 51, -4, -22, 6, 15, 26);
    both(Tissue.MARROW, 51, -4, -22, 3, 12, 24);
    both(Tissue.MUSCLE, 62, -12, -22, 6, 18, 26);
    // Cheekbone, hard palate, tongue.
    both(Tissue.BONE, 49, -43, 2, 7, 6, 7);
    both(Tissue.MARROW, 49, -43, 2, 4.5, 3.5, 4.5);
    anatomy.add(Tissue.BONE, ellipsoid(0, -40, -33, 28, 30, 5));
    anatomy.add(Tissue.MARROW, ellipsoid(0, -40, -33, 26, 28, 2.5));
    anatomy.add(Tissue.MUSCLE, ellipsoid(0, -36, -50, 25, 28, 12));
  }

  private void brain() {
    Ellipsoid hindbrain = ellipsoid(0, 64, -8, 54, 46, 36);
    Ellipsoid temporal = ellipsoid(40, 12, 8, 25, 35, 25).turned(draw.between(-0.12, 0.12));
    Ellipsoid cerebrum = ellipsoid(0, 35, 64, 65 * size, 86 * size, 52);
    for (Ellipsoid part : new Ellipsoid[] {hindbrain, temporal, temporal.mirrored(), cerebrum}) {
      anatomy.add(Tissue.BONE, part.grown(4));
    }
    anatomy.add(Tissue.BONE, ellipsoid(0, 12, -3, 19, 22, 20));
    anatomy.add(Tissue.MARROW, ellipsoid(0, 12, -3, 16, 19, 17));
    SpaceField cavity =
        (x, y, z) ->
            Math.max(
                Math.max(hindbrain.at(x, y, z), cerebrum.at(x, y, z)),
                temporal.at(Math.abs(x), y, z));
    Cortex cortex = new Cortex(cavity, draw.split());
    anatomy.add(Tissue.DURA, 0.8, Tissue.CSF, (x, y, z) -> cavity.at(x, y, z) + 0.8);
    anatomy.add(Tissue.GREY, Cortex.RIBBON, Tissue.WHITE, cortex);
    anatomy.add(Tissue.CSF, ellipsoid(0, 35, -8, 16, 14, 34));
    anatomy.add(Tissue.WHITE, ellipsoid(0, 38, -10, 13, 11, 40));
  }

  private void orbits() {
    double height = 22 + draw.between(-2, 2);
    double globe = draw.between(11.2, 12.8);
    both(Tissue.BONE, 33, -41, height, 20, 28, 19);
    both(Tissue.FAT, 33, -43, height, 18, 27, 17);
    // Optic nerve, and the muscles beside it, converge to the back.
    addBoth(Tissue.WHITE, ellipsoid(26, -27, height - 1, 2.4, 17, 2.4).turned(-0.35));
    addBoth(Tissue.MUSCLE, ellipsoid(20, -37, height, 2.4, 16, 5).turned(-0.15));
    addBoth(Tissue.MUSCLE, ellipsoid(42, -33, height, 2.4, 16, 5).turned(-0.55));
    addBoth(Tissue.MUSCLE, ellipsoid(31, -36, height + 12, 4, 16, 2.2).turned(-0.35));
    addBoth(Tissue.MUSCLE, ellipsoid(31, -36, height - 12, 4, 16, 2.2).turned(-0.35));
    addBoth(Tissue.MUSCLE, ball(33, -54, height, globe + 1));
    addBoth(Tissue.VITREOUS, ball(33, -54, height, globe));
    addBoth(Tissue.MUSCLE, ellipsoid(33, -54 - globe + 3, height, 4.5, 2.2, 4.5));
  }

  private void nose() {
    double swollen = draw.between(0.8, 1.35);
    double bend = draw.between(-3, 3);
    Ellipsoid plate = ellipsoid(0, -44, -3, 12, 29, 26);
    SpaceNoise cells = new SpaceNoise(draw.split(), 5, 1);
    for (int side = -1; side <= 1; side += 2) {
      Ellipsoid ethmoid = ellipsoid(side * 8.5, -36, 17, 6.5, 22, 10);
      anatomy.add(Tissue.BONE, ethmoid.grown(2));
      anatomy.add(Tissue.MUCOSA, ethmoid.grown(0.8));
      double septa = draw.between(0.08, 0.2);
      anatomy.add(
          Tissue.AIR,
          (x, y, z) -> Math.min(ethmoid.at(x, y, z), 8 * (Math.abs(cells.at(x, y, z)) - septa)));
    }
    anatomy.add(Tissue.MUCOSA, ellipsoid(0, -46, -8, 15, 31, 20));
    anatomy.add(Tissue.AIR, ellipsoid(0, -46, -8, 13.4, 30, 18.6));
    both(Tissue.MUCOSA, 8.5, -45, -16, 3.6 * swollen, 21, 5 * swollen);
    both(Tissue.MUCOSA, 7, -40, -2, 2.3 * swollen, 16, 6);
    anatomy.add(
        Tissue.MUCOSA,
        (x, y, z) -> {
          double off = x - bend * Curves.bump(y + 46, 30);
          return Math.min(1.5 - Math.abs(off), plate.at(x, y, z));
        });
    // The space behind the nose.
    anatomy.add(Tissue.MUCOSA, ellipsoid(0, -9, -18, 14, 9, 16));
    anatomy.add(Tissue.AIR, ellipsoid(0, -10, -18, 11.5, 7, 14));
  }

  private void sinuses() {
    for (int side = -1; side <= 1; side += 2) {
      double lining = draw.chance(0.3) ? draw.between(2, 5) : draw.between(0.5, 1.5);
      Ellipsoid sinus = maxillary(side);
      anatomy.add(Tissue.BONE, sinus.grown(2.5));
      anatomy.add(Tissue.MUCOSA, sinus);
      anatomy.add(Tissue.AIR, sinus.grown(-lining));
      if (draw.chance(0.2)) {
        // A retention cyst on the floor.
        anatomy.add(Tissue.SECRETION, ball(side * 30, -34, -20, draw.between(4, 7)));
      }
      Ellipsoid sphenoid = ellipsoid(side * 6.5, -2, 8, 6, draw.between(8, 11), 9);
      anatomy.add(Tissue.MUCOSA, sphenoid.grown(1));
      anatomy.add(Tissue.AIR, sphenoid);
    }
  }

  private void both(Tissue tissue, double x, double y, double z, double a, double b, double c) {
    addBoth(tissue, ellipsoid(x, y, z, a, b, c));
  }

  private void addBoth(Tissue tissue, Ellipsoid part) {
    anatomy.addBoth(tissue, part);
  }
}
