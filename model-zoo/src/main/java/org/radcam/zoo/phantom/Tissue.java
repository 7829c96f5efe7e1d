package org.radcam.zoo.phantom;

/**
 * What a place of a head is made of, and its usual signal in each sequence. Signals are relative:
 * what a scanner stores is a multiple that differs from scan to scan. Only the ADC is a measure, in
 * 1e-6 mm2/s. The values are of the order that radiologists know (fluid bright on T2, dark on T1
 * and FLAIR); they are not taken from measurements.
 */
enum Tissue {
  // T2WI, CE-T1WI, T1WI, T2-FLAIR, DWI, ADC
  AIR(0.02, 0.02, 0.02, 0.02, 0.02, 0),
  FAT(0.66, 0.40, 1.10, 0.60, 0.10, 200),
  MUSCLE(0.26, 0.42, 0.50, 0.26, 0.22, 1350),
  BONE(0.05, 0.05, 0.05, 0.05, 0.03, 100),
  MARROW(0.52, 0.36, 0.80, 0.45, 0.10, 420),
  MUCOSA(0.86, 1.00, 0.52, 0.70, 0.55, 1650),
  /** Fluid that cannot leave a sinus. */
  SECRETION(1.00, 0.36, 0.40, 0.60, 0.32, 2350),
  VITREOUS(1.05, 0.22, 0.22, 0.15, 0.12, 2700),
  GREY(0.58, 0.56, 0.55, 0.58, 0.52, 830),
  WHITE(0.42, 0.70, 0.74, 0.46, 0.46, 760),
  CSF(1.00, 0.20, 0.20, 0.10, 0.10, 2900),
  /** Dura and its vessels. */
  DURA(0.10, 1.10, 0.35, 0.20, 0.10, 900),
  OEDEMA(0.80, 0.55, 0.50, 0.90, 0.56, 1400),
  /** Dead or cystic part of a lesion. */
  NECROSIS(0.92, 0.28, 0.28, 0.40, 0.24, 2050),
  /** Living part of a lesion: its signal is the lesion's own. */
  SOLID(0, 0, 0, 0, 0, 0);

  private final double t2;
  private final double enhanced;
  private final double t1;
  private final double flair;
  private final double dwi;
  private final double adc;

  Tissue(double t2, double enhanced, double t1, double flair, double dwi, double adc) {
    this.t2 = t2;
    this.enhanced = enhanced;
    this.t1 = t1;
    this.flair = flair;
    this.dwi = dwi;
    this.adc = adc;
  }

  /** The usual signal. */
  double in(MrSequence sequence) {
    return switch (sequence) {
      case T2WI -> t2;
      case CE_T1WI -> enhanced;
      case T1WI -> t1;
      case FLAIR -> flair;
      case DWI -> dwi;
      case ADC -> adc;
    };
  }
}
