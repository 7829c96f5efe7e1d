package org.radcam.prepare;

import java.util.Map;

/** (v - mean) / std with fixed numbers, those of the training data. */
public record Normalise(double mean, double std) implements PreparationStep {
  static final String KEY = "normalise";

  public Normalise {
    if (!(std > 0)) {
      throw new IllegalArgumentException(
          "Normalising needs a standard deviation above 0, got " + std);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    return image.after(
        KEY,
        Values.map(image.volume(), v -> (float) ((v - mean) / std)),
        Map.of("mean", mean, "std", std));
  }
}
