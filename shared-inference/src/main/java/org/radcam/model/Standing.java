package org.radcam.model;

import java.util.Locale;

/** How far a model may be trusted; shown wherever its answers are. */
public enum Standing {
  /** Trained on synthetic phantoms, to show that everything works. */
  DEMO("demo - trained on synthetic phantoms, not for clinical use"),
  /** Trained on real images, for research. */
  RESEARCH("research only, not for clinical use");

  private final String sentence;

  Standing(String sentence) {
    this.sentence = sentence;
  }

  /** The word in cards and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words that go with every answer. */
  public String sentence() {
    return sentence;
  }
}
