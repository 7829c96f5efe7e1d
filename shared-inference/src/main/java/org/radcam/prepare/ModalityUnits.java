package org.radcam.prepare;

import java.util.Map;
import org.radcam.image.ImageTraits;

/** Stored values to modality units (Hounsfield units on CT): slope x stored + intercept. */
public record ModalityUnits() implements PreparationStep {
  static final String KEY = "modality-units";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    ImageTraits traits = image.traits();
    double slope = traits.rescaleSlope();
    double intercept = traits.rescaleIntercept();
    Map<String, Double> values = Map.of("slope", slope, "intercept", intercept);
    if (slope == 1 && intercept == 0) {
      return image.after(KEY, image.volume(), values);
    }
    return image
        .after(KEY, Values.map(image.volume(), v -> (float) (slope * v + intercept)), values)
        .withTraits(traits.withRescale(1, 0));
  }
}
