package org.radcam.radiomics;

/**
 * How texture looks at the slices of a region: the IBSI's 2D, 2.5D and 3D approaches. A feature
 * that sees directions (GLCM, GLRLM) has two aggregations in each, averaged and merged.
 */
public enum TextureApproach {
  /** Neighbours within a slice; a value a slice, averaged. */
  PLANAR("2D", "2D"),
  /** Neighbours within a slice; the matrices of all slices are added first. */
  STACKED("2_5D", "2.5D"),
  /** Neighbours in all directions. */
  VOLUMETRIC("3D", "3D");

  private final String suffix;
  private final String label;

  TextureApproach(String suffix, String label) {
    this.suffix = suffix;
    this.label = label;
  }

  /** How tags write it. */
  String suffix() {
    return suffix;
  }

  /** How names write it. */
  String label() {
    return label;
  }
}
