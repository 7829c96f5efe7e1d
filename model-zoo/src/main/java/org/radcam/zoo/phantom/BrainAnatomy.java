package org.radcam.zoo.phantom;

import static org.radcam.zoo.phantom.Ellipsoid.ellipsoid;

import org.radcam.image.Vector3;

/**
 * A cerebrum in its skull, in head coordinates: x to the left, y to the back, z up, the origin in
 * the middle of the brain; millimetres.
 */
final class BrainAnatomy {
  private final Ellipsoid skull;
  private final Ellipsoid ventricle;
  private final SpaceField cavity;
  private final Cortex cortex;
  private final double wide;
  private final double thalamus;

  BrainAnatomy(Draw draw) {
    double size = draw.between(0.94, 1.06);
    skull = ellipsoid(0, 0, 0, 66 * size, 84 * size, 62 * size);
    wide = draw.between(0.7, 1.5);
    thalamus = draw.between(7, 9);
    ventricle = ellipsoid(9 + 3 * wide, -2, 14, 4.5 * wide, 32, 7.5).turned(0.16);
    Ellipsoid bridge = ellipsoid(0, -2, 9, 30, 46, 24);
    // Between the hemispheres, all around what joins them.
    SpaceField fissure = (x, y, z) -> Math.min(1.2 * wide - Math.abs(x), -bridge.at(x, y, z));
    cavity = (x, y, z) -> Math.min(skull.at(x, y, z), -fissure.at(x, y, z));
    cortex = new Cortex(cavity, draw.split());
  }

  /** The brain without a lesion. */
  Anatomy layers() {
    Anatomy anatomy = new Anatomy();
    anatomy.add(Tissue.FAT, skull.grown(12));
    anatomy.add(Tissue.BONE, skull.grown(7));
    anatomy.add(Tissue.MARROW, 2.5, Tissue.BONE, skull.grown(5));
    anatomy.add(Tissue.DURA, 0.9, Tissue.CSF, skull.grown(0.9));
    anatomy.add(Tissue.GREY, Cortex.RIBBON, Tissue.WHITE, cortex);
    anatomy.add(Tissue.DURA, (x, y, z) -> Math.min(0.5 - Math.abs(x), -1 - cavity.at(x, y, z)));
    anatomy.addBoth(Tissue.GREY, ellipsoid(11, 10, 3, thalamus, 14, 9));
    anatomy.addBoth(Tissue.GREY, ellipsoid(26, -4, 2, 5, 16, 9).turned(0.2));
    anatomy.addBoth(Tissue.GREY, ellipsoid(15 + 2 * wide, -20, 12, 4, 11, 7));
    anatomy.addBoth(Tissue.CSF, ventricle);
    // Third ventricle and the trigones.
    anatomy.add(Tissue.CSF, ellipsoid(0, 8, 0, 1.6 * wide, 13, 9));
    anatomy.addBoth(Tissue.CSF, ellipsoid(21 + 2 * wide, 32, 4, 5 * wide, 9, 9));
    return anatomy;
  }

  /** How deep a place is in white matter, in millimetres; negative elsewhere. */
  double white(double x, double y, double z) {
    double wet = Math.max(ventricle.at(x, y, z), ventricle.mirrored().at(x, y, z));
    return Math.min(cortex.at(x, y, z) - Cortex.RIBBON, -wet);
  }

  /** A place for a lesion: somewhere in a hemisphere, often under the cortex. */
  Vector3 place(Draw draw, double radius) {
    while (true) {
      double x = draw.between(12, 56) * (draw.chance(0.5) ? 1 : -1);
      double y = draw.between(-66, 66);
      double z = draw.between(-14, 46);
      double depth = skull.at(x, y, z);
      boolean free = ventricle.at(Math.abs(x), y, z) < -0.8 * radius;
      if (free && depth > 0.7 * radius + 3 && depth < radius + 24) {
        return new Vector3(x, y, z);
      }
    }
  }
}
