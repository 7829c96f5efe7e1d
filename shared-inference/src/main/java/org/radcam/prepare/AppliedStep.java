package org.radcam.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcam.image.Geometry;

/**
 * One preparation step as it was carried out on one image: what the card asked for, the values that
 * were measured on the way, and the grid it left. Together with the source geometry this is enough
 * to redo the step, and the grid is enough to bring a map back.
 *
 * @param step the step's key, as in the card
 * @param values parameters and measured values by name
 * @param geometry grid after the step
 */
public record AppliedStep(String step, Map<String, Double> values, Geometry geometry) {
  public AppliedStep {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
