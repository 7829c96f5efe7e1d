package org.radcam.zoo.tabular;

import java.util.List;
import java.util.stream.Collectors;
import org.radcam.UserException;

/** The eight kinds of classifier, simpler ones first. */
public final class TabularTrainers {
  private static final List<TabularTrainer> ALL =
      List.of(
          new LogisticTrainer(),
          new NaiveBayesTrainer(),
          new NeighboursTrainer(),
          new SupportVectorTrainer(),
          new RandomForestTrainer(),
          new ExtraTreesTrainer(),
          new XgboostTrainer(),
          new PerceptronTrainer());

  private TabularTrainers() {}

  /**
   * All, in the order in which the simpler is preferred to the next where they are equally good.
   */
  public static List<TabularTrainer> all() {
    return ALL;
  }

  /**
   * The one of that key.
   *
   * @throws UserException if there is none, with the keys that there are
   */
  public static TabularTrainer of(String key) {
    return ALL.stream()
        .filter(trainer -> trainer.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no classifier '"
                        + key
                        + "'; there are "
                        + ALL.stream().map(TabularTrainer::key).collect(Collectors.joining(", "))));
  }
}
