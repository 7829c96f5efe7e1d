package org.radcam.model;

/**
 * One measured figure of a model, with what it was measured on.
 *
 * @param metric for example {@code AUC}
 * @param value the figure
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param method how the figure and its interval were found
 * @param data what it was measured on, with numbers of cases and patients
 */
public record Performance(
    String metric, double value, double low, double high, String method, String data) {
  public Performance {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          metric + " = " + value + " does not lie in its interval " + low + " to " + high);
    }
  }
}
