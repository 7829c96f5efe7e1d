package org.radcam.classify;

import java.util.Optional;

/**
 * What the user asks of one classification.
 *
 * @param explain which class the heat map explains
 * @param method key of the CAM method
 */
public record ClassifyOptions(Explain explain, String method) {
  /** Grad-CAM of the predicted class. */
  public static final ClassifyOptions DEFAULT = new ClassifyOptions(Explain.PREDICTED, "grad-cam");

  /**
   * Which class a heat map explains.
   *
   * @param wanted whether there is to be a heat map
   * @param classKey the class; empty for the predicted one
   */
  public record Explain(boolean wanted, Optional<String> classKey) {
    public static final Explain NOTHING = new Explain(false, Optional.empty());
    public static final Explain PREDICTED = new Explain(true, Optional.empty());

    public static Explain ofClass(String classKey) {
      return new Explain(true, Optional.of(classKey));
    }
  }
}
