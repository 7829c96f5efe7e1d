package org.radcam.zoo.tabular;

/** Which features the classifiers get. */
public enum Selection {
  /** Those that the LASSO keeps at the penalty of the least cross-validated deviance. */
  LAMBDA_MIN,
  /** Those that it keeps at the largest penalty within one standard error of it. */
  LAMBDA_1SE,
  /** All. */
  NONE
}
