package org.radcam.weasis.panel.state;

import java.util.List;
import java.util.Optional;
import org.radcam.model.Standing;

/**
 * What the panel shows of an answer.
 *
 * @param subject what was classified
 * @param standing how far the model may be trusted
 * @param predicted title of the class of highest probability
 * @param probability its probability
 * @param classes all classes, in the task's order
 * @param path through a cascade to the predicted class; empty where there is none
 * @param networks what each of several networks says that answer the same question
 * @param heat what the heat map explains; empty where there is none
 * @param heatStages whose heat maps can be shown beside that of the whole answer
 * @param region what the region has of the heat
 * @param contributions what each part of the input adds to the predicted class, the largest first
 * @param hiddenContributions how many smaller ones are left out
 * @param warnings why the answer may be wrong
 * @param madeOf what the answer was made of
 */
public record ResultView(
    String subject,
    Standing standing,
    String predicted,
    double probability,
    List<Bar> classes,
    List<Step> path,
    List<Step> networks,
    Optional<String> heat,
    List<StageItem> heatStages,
    List<Fact> region,
    List<Part> contributions,
    int hiddenContributions,
    List<String> warnings,
    List<Fact> madeOf) {
  public ResultView {
    classes = List.copyOf(classes);
    path = List.copyOf(path);
    networks = List.copyOf(networks);
    heatStages = List.copyOf(heatStages);
    region = List.copyOf(region);
    contributions = List.copyOf(contributions);
    warnings = List.copyOf(warnings);
    madeOf = List.copyOf(madeOf);
  }

  /** The same where the heat maps are gone. */
  public ResultView withoutHeat() {
    return new ResultView(
        subject,
        standing,
        predicted,
        probability,
        classes,
        path,
        networks,
        Optional.empty(),
        List.of(),
        region,
        contributions,
        hiddenContributions,
        warnings,
        madeOf);
  }

  /** A class and its probability. */
  public record Bar(String title, double probability, boolean predicted) {}

  /**
   * What one network says.
   *
   * @param question what it was asked, or its image
   * @param title its answer
   * @param probability of that answer, given that the case has come there
   */
  public record Step(String question, String title, double probability) {}

  /** A stage with a heat map of its own. */
  public record StageItem(String key, String title) {}

  /** A named text. */
  public record Fact(String name, String value) {}

  /**
   * What a part of the input adds.
   *
   * @param logOdds evidence, in logit units; NaN where it cannot be told
   * @param probability change of the predicted class's probability; NaN where it cannot be told
   */
  public record Part(String title, double logOdds, double probability) {}
}
