package org.radcam.zoo.phantom;

/** The MRI sequences of the tasks. */
enum MrSequence {
  T2WI("T2WI"),
  CE_T1WI("CE-T1WI"),
  T1WI("T1WI"),
  FLAIR("T2-FLAIR"),
  DWI("DWI"),
  ADC("ADC");

  private final String role;

  MrSequence(String role) {
    this.role = role;
  }

  /** Key of the sequence's image role in the tasks. */
  String role() {
    return role;
  }

  /** Whether stored values are a measure and not arbitrary. */
  boolean quantitative() {
    return this == ADC;
  }
}
