package org.radcam.weasis.panel.state;

import java.util.Optional;
import org.radcam.cam.CamMethods;
import org.radcam.classify.ClassifyOptions.Explain;

/**
 * What the user wants to have explained.
 *
 * @param wanted whether there is to be a heat map
 * @param classKey the class; empty for the predicted one
 * @param method key of the CAM method
 */
public record HeatWish(boolean wanted, Optional<String> classKey, String method) {
  /** The usual method for the predicted class. */
  public static final HeatWish USUAL =
      new HeatWish(true, Optional.empty(), CamMethods.usual().key());

  public HeatWish withWanted(boolean other) {
    return new HeatWish(other, classKey, method);
  }

  public HeatWish withClass(Optional<String> other) {
    return new HeatWish(wanted, other, method);
  }

  public HeatWish withMethod(String other) {
    return new HeatWish(wanted, classKey, other);
  }

  Explain explain() {
    return wanted ? new Explain(true, classKey) : Explain.NOTHING;
  }
}
