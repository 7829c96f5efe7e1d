package org.radcam.zoo.study;

import java.util.List;
import java.util.Optional;
import org.radcam.config.YamlSection;

/**
 * Candidates that are trained on the same patients and compared on the validation patients.
 *
 * @param key short name
 * @param title for people
 * @param after the step whose choice every candidate begins from: its recipe is laid over that of
 *     the chosen candidate, or takes the stages of those that were chosen
 * @param choose what is chosen
 * @param candidates simpler ones first: of equally good ones the first is chosen
 */
public record StudyStep(
    String key,
    String title,
    Optional<String> after,
    Choose choose,
    List<CandidateSpec> candidates) {
  /** What later steps begin from. */
  public enum Choose {
    /** Nothing. */
    NONE,
    /** The candidate with the largest macro-average area under the ROC curve. */
    ONE,
    /** For each stage of a cascade the candidate whose stage has the largest. */
    STAGES
  }

  public StudyStep {
    candidates = List.copyOf(candidates);
  }

  /**
   * One candidate.
   *
   * @param name what it is called in tables and figures
   * @param init the name of the weights that it begins from, if they are given; {@code *} stands
   *     for that of the candidate that was chosen in the step before
   * @param recipe its recipe, or what differs from that of the chosen candidate
   */
  public record CandidateSpec(String name, Optional<String> init, YamlSection recipe) {}
}
