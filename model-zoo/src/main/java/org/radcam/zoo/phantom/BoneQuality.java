package org.radcam.zoo.phantom;

/**
 * How much bone is left. An osteopenic spine has pale bodies with fine, clear contours and few,
 * coarse trabeculae; all its vertebrae share this, whatever their class.
 *
 * @param spongy attenuation of a body's inside
 * @param cortical attenuation of its shell, if all of the way were shell
 * @param coarse how uneven the inside looks
 */
record BoneQuality(double spongy, double cortical, double coarse) {
  static BoneQuality drawn(Draw draw) {
    double density = draw.between(0, 1);
    return new BoneQuality(
        Curves.mix(0.16, 0.34, density),
        Curves.mix(0.50, 0.72, density) * draw.between(0.85, 1.15),
        Curves.mix(0.40, 0.22, density));
  }
}
