package org.radcam.zoo.phantom;

import java.util.Map;

/**
 * The clinical values of a sinonasal phantom: age and sex, which go with the type without deciding
 * it, and what a radiologist would read off the images.
 *
 * <ul>
 *   <li>age in years: normal with mean 61 and standard deviation 11 (SCC), 55 and 13 (ACC), 51 and
 *       15 (ONB), cut off at 18 and 90
 *   <li>sex: male with probability 0.68 (SCC), 0.50 (ACC), 0.56 (ONB)
 *   <li>T2 intensity: the painted signal of the solid part, against that of grey matter (0.58): up
 *       to 0.07 below or above is isointense
 *   <li>enhancement: the painted signal after contrast: below 0.5 mild, below 0.74 moderate, else
 *       marked
 *   <li>ADC: the painted one, in 1e-6 mm2/s
 *   <li>intracranial invasion: whether the tumour covers brain or its membranes; that follows from
 *       its place and size, which do not go with the type
 * </ul>
 *
 * <p>A reader measures and judges with an error, which is drawn too. Every value is one draw,
 * whatever the type.
 */
record SinonasalHistory(
    int age, String sex, String t2, String enhancement, int adc, boolean intracranial) {
  private static final double GREY_MATTER = 0.58;
  private static final double SAME = 0.07;

  static SinonasalHistory drawn(
      SinonasalType type, SinonasalType.Look look, boolean intracranial, Draw draw) {
    double age =
        switch (type) {
          case SCC -> 61 + 11 * draw.noise();
          case ACC -> 55 + 13 * draw.noise();
          case ONB -> 51 + 15 * draw.noise();
        };
    double male =
        switch (type) {
          case SCC -> 0.68;
          case ACC -> 0.50;
          case ONB -> 0.56;
        };
    String sex = draw.chance(male) ? "male" : "female";
    double t2 = look.t2() + 0.02 * draw.noise() - GREY_MATTER;
    double enhanced = look.enhanced() + 0.04 * draw.noise();
    double adc = look.adc() + 40 * draw.noise();
    return new SinonasalHistory(
        (int) Math.rint(Math.max(18, Math.min(90, age))),
        sex,
        t2 < -SAME ? "hypointense" : t2 > SAME ? "hyperintense" : "isointense",
        enhanced < 0.5 ? "mild" : enhanced < 0.74 ? "moderate" : "marked",
        (int) Math.rint(adc),
        intracranial);
  }

  /** By the keys of the task's fields. */
  Map<String, String> values() {
    return Map.of(
        "age",
        Integer.toString(age),
        "sex",
        sex,
        "t2_intensity",
        t2,
        "enhancement",
        enhancement,
        "adc_value",
        Integer.toString(adc),
        "intracranial_invasion",
        intracranial ? "present" : "absent");
  }
}
