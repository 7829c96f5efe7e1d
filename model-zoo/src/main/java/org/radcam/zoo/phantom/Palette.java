package org.radcam.zoo.phantom;

import java.util.EnumMap;
import java.util.Map;

/** The signal of each tissue in one scan: the sequence's usual one, a little varied. */
final class Palette {
  private static final double SPREAD = 0.04;

  private final Map<Tissue, Double> signals = new EnumMap<>(Tissue.class);

  /**
   * The signals of one scan.
   *
   * @param solid signal of the lesion's living part
   */
  Palette(MrSequence sequence, double solid, Draw draw) {
    for (Tissue tissue : Tissue.values()) {
      signals.put(tissue, tissue.in(sequence) * (1 + SPREAD * draw.between(-1, 1)));
    }
    // How well fat is suppressed differs more than all else between protocols.
    signals.put(Tissue.FAT, of(Tissue.FAT) * draw.between(0.7, 1.25));
    signals.put(Tissue.SOLID, solid);
  }

  double of(Tissue tissue) {
    return signals.get(tissue);
  }
}
