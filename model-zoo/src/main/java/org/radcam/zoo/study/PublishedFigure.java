package org.radcam.zoo.study;

import java.util.Optional;

/**
 * A figure of the publication.
 *
 * @param model the study's name for who answered
 * @param split on which patients: {@code test}, {@code external} or {@code prospective}
 * @param stage of a cascade; empty for all classes together
 * @param figure which
 * @param label the class that it is about; empty for all
 * @param value as it was published
 * @param low lower end of its 95 % interval, or of the range that is all that was published; NaN
 * @param high upper end, or NaN
 * @param note what must be known to compare it
 */
public record PublishedFigure(
    String model,
    String split,
    Optional<String> stage,
    Figure figure,
    Optional<String> label,
    double value,
    double low,
    double high,
    Optional<String> note) {
  /** What is measured. */
  public enum Figure {
    /** Area under the ROC curve: of a class, or the mean of all classes. */
    AUC("AUC"),
    /** Area over all pairs of a case and a class. */
    AUC_MICRO("AUC, micro"),
    /** Share of right answers; of a class, against the rest. */
    ACCURACY("accuracy"),
    PRECISION("precision"),
    RECALL("recall"),
    F1("F1");

    private final String title;

    Figure(String title) {
      this.title = title;
    }

    /** For people. */
    public String title() {
      return title;
    }
  }

  public PublishedFigure {
    boolean range = Double.isFinite(low) && Double.isFinite(high) && low <= high;
    boolean bounded = range || (Double.isNaN(low) && Double.isNaN(high));
    if (!bounded || (!range && Double.isNaN(value))) {
      throw new IllegalArgumentException(
          "a figure has a 'value', or a 'range', or a 'value' with its 'interval'");
    }
  }
}
