package org.radcam.classify;

import java.util.Optional;

/**
 * What the user asks of one classification.
 *
 * @param explain which class the heat map explains
 * @param method key of the CAM method
 * @param contributions whether to tell what the parts of the input add, which may cost a further
 *     forward pass for each
 * @param acceptFrames whether images in differing frames of reference are taken as they lie: the
 *     user says that they fit
 */
public record ClassifyOptions(
    Explain explain, String method, boolean contributions, boolean acceptFrames) {
  /** Grad-CAM of the predicted class. */
  public static final ClassifyOptions DEFAULT = new ClassifyOptions(Explain.PREDICTED, "grad-cam");

  /** With contributions; differing frames of reference are refused. */
  public ClassifyOptions(Explain explain, String method) {
    this(explain, method, true, false);
  }

  public ClassifyOptions withContributions(boolean wanted) {
    return new ClassifyOptions(explain, method, wanted, acceptFrames);
  }

  public ClassifyOptions withAcceptFrames(boolean accepted) {
    return new ClassifyOptions(explain, method, contributions, accepted);
  }

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
