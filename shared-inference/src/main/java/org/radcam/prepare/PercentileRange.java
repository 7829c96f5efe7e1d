package org.radcam.prepare;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Clips to the values at two percentiles of the image and scales that range to 0..1. An image
 * without any range becomes all 0.
 *
 * @param low lower percentile, 0 to 100
 * @param high upper percentile, above {@code low}
 */
public record PercentileRange(double low, double high) implements PreparationStep {
  static final String KEY = "percentile-range";

  public PercentileRange {
    if (!(low >= 0 && low < high && high <= 100)) {
      throw new IllegalArgumentException(
          "Percentiles need 0 <= low < high <= 100, got " + low + " and " + high);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    double[] at = Percentiles.of(image.volume().voxels(), low, high);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("low", low);
    values.put("high", high);
    values.put("lowValue", at[0]);
    values.put("highValue", at[1]);
    return image.after(KEY, Values.toUnitRange(image.volume(), at[0], at[1]), values);
  }
}
