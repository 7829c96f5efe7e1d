package org.radcam.zoo.phantom;

/**
 * How the living part of the three tumours looks. No sequence tells all three: T2WI sets ACC apart,
 * CE-T1WI sets SCC apart, and the ADC of ONB is low but overlaps that of SCC.
 */
enum SinonasalType {
  /** Squamous cell carcinoma: intermediate on T2, moderate uneven enhancement. */
  SCC("scc", 0.50, 0.60, 1110, 0.20, 0.05),
  /** Adenoid cystic carcinoma: bright on T2, marked enhancement, cribriform, high ADC. */
  ACC("acc", 0.72, 0.88, 1300, 0.12, 0.13),
  /** Olfactory neuroblastoma: on T2 as SCC, marked enhancement, low ADC. */
  ONB("onb", 0.50, 0.88, 900, 0.12, 0.05);

  private final String key;
  private final double t2;
  private final double enhanced;
  private final double adc;
  private final double patchiness;
  private final double cribriform;

  SinonasalType(
      String key, double t2, double enhanced, double adc, double patchiness, double cribriform) {
    this.key = key;
    this.t2 = t2;
    this.enhanced = enhanced;
    this.adc = adc;
    this.patchiness = patchiness;
    this.cribriform = cribriform;
  }

  static SinonasalType of(String key) {
    for (SinonasalType type : values()) {
      if (type.key.equals(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException("No sinonasal tumour is called '" + key + "'");
  }

  /** One tumour of this type; the same draws give the same departure from the usual. */
  Look drawn(Draw draw) {
    // More water: brighter on T2 and freer diffusion, whatever the type.
    double water = draw.noise();
    return new Look(
        t2 + 0.035 * water + 0.025 * draw.noise(),
        enhanced + 0.06 * draw.noise(),
        adc + 70 * water + 70 * draw.noise(),
        patchiness * draw.between(0.5, 1.5),
        cribriform * draw.between(0.5, 1.5));
  }

  /**
   * One tumour's living part.
   *
   * @param t2 signal, as {@link MrSequence} has it; so {@code enhanced} on CE-T1WI
   * @param adc in 1e-6 mm2/s
   * @param patchiness strength of coarse texture
   * @param cribriform strength of fine texture
   */
  record Look(double t2, double enhanced, double adc, double patchiness, double cribriform) {
    double in(MrSequence sequence) {
      return switch (sequence) {
        case T2WI -> t2;
        case CE_T1WI -> enhanced;
        case ADC -> adc;
        default -> throw new IllegalArgumentException(sequence + " is not of this task");
      };
    }
  }
}
