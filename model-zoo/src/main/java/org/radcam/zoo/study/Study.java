package org.radcam.zoo.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.config.YamlSection;
import org.radcam.task.Task;

/**
 * What a published study did, as far as it can be done again on other data.
 *
 * @param task the question
 * @param title of the report
 * @param reference the publication
 * @param interpretation what the publication leaves open, and what is done here; sentences
 * @param shares how patients are split where the data do not say
 * @param seed of the split
 * @param steps what is trained, in this order
 * @param compared pairs of models that the publication compares, beside the chosen one with all
 * @param published its figures
 * @param quick the small form
 * @param text the definition as it was written
 */
public record Study(
    Task task,
    String title,
    String reference,
    List<String> interpretation,
    Shares shares,
    long seed,
    List<StudyStep> steps,
    List<Pair> compared,
    List<PublishedFigure> published,
    Quick quick,
    String text) {
  public Study {
    interpretation = List.copyOf(interpretation);
    steps = List.copyOf(steps);
    compared = List.copyOf(compared);
    published = List.copyOf(published);
  }

  /**
   * Shares of the patients; the rest is learnt from.
   *
   * @param validation by whom candidates are chosen
   * @param test who are measured once
   */
  public record Shares(double validation, double test) {
    public Shares {
      if (!(validation > 0 && test > 0 && validation + test < 0.9)) {
        throw new IllegalArgumentException(
            "'validation' and 'test' must be above 0 and together below 0.9, not "
                + validation
                + " and "
                + test);
      }
    }
  }

  /** Two models that are compared. */
  public record Pair(String first, String second) {
    boolean is(String one, String other) {
      return (first.equals(one) && second.equals(other))
          || (first.equals(other) && second.equals(one));
    }
  }

  /**
   * The small form, which goes the whole way in a minute or less.
   *
   * @param phantoms how many synthetic cases it draws where no data are given
   * @param form what is laid over every recipe
   * @param steps in place of the study's; empty for the same
   * @param weights what candidates begin from unless others are given, by the study's names of
   *     weights: ids of installed models
   */
  public record Quick(
      int phantoms,
      Optional<YamlSection> form,
      List<StudyStep> steps,
      Map<String, String> weights) {
    public Quick {
      steps = List.copyOf(steps);
      weights = Map.copyOf(weights);
      if (phantoms < 1 || phantoms > 10_000) {
        throw new IllegalArgumentException(
            "'phantoms' must be between 1 and 10000, not " + phantoms);
      }
    }
  }

  /** The steps of one of both forms. */
  List<StudyStep> steps(boolean small) {
    return small && !quick.steps().isEmpty() ? quick.steps() : steps;
  }
}
