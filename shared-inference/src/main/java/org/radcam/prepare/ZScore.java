package org.radcam.prepare;

import java.util.Map;

/**
 * Subtracts the image's own mean and divides by its own standard deviation (of the population). An
 * image without any variation becomes all 0.
 */
public record ZScore() implements PreparationStep {
  static final String KEY = "z-score";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    float[] values = image.volume().voxels();
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    double scale = deviation > 0 ? 1 / deviation : 0;
    return image.after(
        KEY,
        Values.map(image.volume(), v -> (float) ((v - mean) * scale)),
        Map.of("mean", mean, "std", deviation));
  }
}
