package org.radcam.radiomics;

/** Entropy in bits. */
final class Entropy {
  private static final double LOG2 = Math.log(2);

  private Entropy() {}

  /** p log2 p, which is 0 for p = 0. */
  static double term(double p) {
    return p <= 0 ? 0 : p * Math.log(p) / LOG2;
  }
}
