package org.radcam.zoo.phantom;

import java.util.Map;

/**
 * The clinical values of a bone phantom. They go with the class without deciding it:
 *
 * <ul>
 *   <li>age in years: normal with mean 26 and standard deviation 14 (osteoid) or mean 43 and 16
 *       (chondroid), cut off at 6 and 85
 *   <li>sex: male with probability 0.58 (osteoid) or 0.52 (chondroid)
 *   <li>place of the mineral: central, peripheral, diffuse with probability 0.40, 0.20, 0.40
 *       (osteoid) or 0.30, 0.35, 0.35 (chondroid)
 *   <li>pathological fracture: present with probability 0.22 (osteoid) or 0.14 (chondroid)
 * </ul>
 *
 * <p>The image shows the place of the mineral and the fracture. Every value is one draw, whatever
 * the class, so that a seed's values are as alike as they can be between the classes.
 *
 * @param age whole years
 * @param sex male or female
 * @param location central, peripheral or diffuse
 * @param fractured whether the bone is broken
 */
record BoneHistory(int age, String sex, String location, boolean fractured) {
  static BoneHistory drawn(boolean osteoid, Draw draw) {
    double age = osteoid ? 26 + 14 * draw.noise() : 43 + 16 * draw.noise();
    boolean male = draw.chance(osteoid ? 0.58 : 0.52);
    double place = draw.between(0, 1);
    double central = osteoid ? 0.40 : 0.30;
    double peripheral = osteoid ? 0.20 : 0.35;
    String location =
        place < central ? "central" : place < central + peripheral ? "peripheral" : "diffuse";
    return new BoneHistory(
        (int) Math.rint(Math.max(6, Math.min(85, age))),
        male ? "male" : "female",
        location,
        draw.chance(osteoid ? 0.22 : 0.14));
  }

  /** By the keys of the task's fields. */
  Map<String, String> values() {
    return Map.of(
        "age",
        Integer.toString(age),
        "sex",
        sex,
        "mineralisation_location",
        location,
        "pathological_fracture",
        fractured ? "present" : "absent");
  }

  /** How readily mineral lies at a distance from the lesion's middle (0) to its border (1). */
  double room(double out) {
    return switch (location) {
      case "central" -> Curves.step(0.85, 0.45, out);
      case "peripheral" -> Curves.step(0.35, 0.70, out) * Curves.step(1, 0.92, out);
      default -> Curves.step(1, 0.92, out);
    };
  }
}
