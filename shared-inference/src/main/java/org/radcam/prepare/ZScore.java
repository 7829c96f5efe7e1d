package org.radcam.prepare;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Subtracts the image's own mean and divides by its own standard deviation (of the population). An
 * image without any variation becomes all 0.
 *
 * @param foreground only voxels above this share of the image's 99th percentile are measured (all
 *     are changed): on MRI the air around the head says nothing of the scanner's scale, and how
 *     much of it there is differs. 0 measures all voxels, whatever their sign
 */
public record ZScore(double foreground) implements PreparationStep {
  static final String KEY = "z-score";

  /** A single hot voxel must not decide what is foreground. */
  private static final double BRIGHT = 99;

  public ZScore {
    if (!(foreground >= 0 && foreground < 1)) {
      throw new IllegalArgumentException(
          "The foreground of a z-score begins at a share of 0 up to 1, not " + foreground);
    }
  }

  /** Over all voxels. */
  public ZScore() {
    this(0);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    float[] values = image.volume().voxels();
    double above =
        foreground == 0 ? Double.NEGATIVE_INFINITY : foreground * Percentiles.of(values, BRIGHT)[0];
    long count = 0;
    double sum = 0;
    for (float value : values) {
      if (value > above) {
        sum += value;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double squares = 0;
    for (float value : values) {
      if (value > above) {
        squares += (value - mean) * (value - mean);
      }
    }
    double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
    double scale = deviation > 0 ? 1 / deviation : 0;
    Map<String, Double> found = new LinkedHashMap<>();
    found.put("mean", mean);
    found.put("std", deviation);
    if (foreground > 0) {
      found.put("above", above);
    }
    return image.after(KEY, Values.map(image.volume(), v -> (float) ((v - mean) * scale)), found);
  }
}
