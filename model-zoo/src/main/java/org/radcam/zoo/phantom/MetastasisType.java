package org.radcam.zoo.phantom;

/**
 * How the living part of a metastasis looks, by the primary tumour. Each stage of the task's
 * cascade turns on two sequences, in which a departure that all tumours share (so that one sequence
 * alone confuses) runs the same way and the type's runs opposite ways or only in one:
 *
 * <ul>
 *   <li>lung or not: T1WI and T2-FLAIR. Not from the lung is brighter on T1WI, darker on T2-FLAIR;
 *   <li>small cell lung cancer or not: DWI and T2WI. Small cells restrict diffusion; what is bright
 *       on T2WI shines through on DWI in any tumour;
 *   <li>breast or gastrointestinal: CE-T1WI and T2WI. Gastrointestinal is dark on T2WI (mucin,
 *       blood) and enhances more.
 * </ul>
 */
enum MetastasisType {
  SCLC("sclc", -1, 1, 0),
  NSCLC("nsclc", -1, -1, 0),
  BC("bc", 1, 0, -1),
  GIC("gic", 1, 0, 1);

  private final String key;
  private final int elsewhere;
  private final int smallCell;
  private final int gastrointestinal;

  MetastasisType(String key, int elsewhere, int smallCell, int gastrointestinal) {
    this.key = key;
    this.elsewhere = elsewhere;
    this.smallCell = smallCell;
    this.gastrointestinal = gastrointestinal;
  }

  static MetastasisType of(String key) {
    for (MetastasisType type : values()) {
      if (type.key.equals(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException("No metastasis is called '" + key + "'");
  }

  /** One metastasis of this type; the same draws give the same departure from the usual. */
  Look drawn(Draw draw) {
    double blood = draw.noise();
    double water = draw.noise();
    double vessels = draw.noise();
    return new Look(
        1.12 + 0.13 * gastrointestinal + 0.09 * vessels + 0.03 * draw.noise(),
        0.52 + 0.085 * elsewhere + 0.07 * blood + 0.025 * draw.noise(),
        0.60 - 0.085 * gastrointestinal - 0.03 * smallCell + 0.07 * water + 0.03 * vessels,
        0.70 - 0.11 * elsewhere + 0.105 * blood + 0.03 * draw.noise(),
        0.80 + 0.14 * smallCell + 0.14 * water + 0.03 * draw.noise());
  }

  /** Signals of one metastasis' living part, as {@link Tissue} has them. */
  record Look(double enhanced, double t1, double t2, double flair, double dwi) {
    double in(MrSequence sequence) {
      return switch (sequence) {
        case CE_T1WI -> enhanced;
        case T1WI -> t1;
        case T2WI -> t2;
        case FLAIR -> flair;
        case DWI -> dwi;
        case ADC -> throw new IllegalArgumentException("The task has no ADC");
      };
    }
  }
}
