package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Solutions of the LASSO along falling penalties, as R's glmnet chooses them: from the least
 * penalty that selects nothing down to a share of it (0.01 where there are fewer cases than
 * features, else 0.0001), equally spaced in the logarithm (Friedman, Hastie and Tibshirani 2010,
 * section 2.5). The path ends early where the fit is all but perfect or no longer improves, as
 * glmnet's does. At given penalties it goes on for as long as they do: where the fit is all but
 * perfect, for example because the cases of a fold are separable, its last solution stands for the
 * remaining penalties too, which is what glmnet's predictions beyond the end of a path are.
 *
 * @param penalties lambda, falling
 * @param solutions one a penalty
 * @param devianceRatios one a penalty: the share of the null deviance that is explained
 */
public record LassoPath(
    double[] penalties, List<LinearSolution> solutions, double[] devianceRatios) {
  private static final int PENALTIES = 100;
  private static final int FEWEST = 5;
  private static final double ALL_BUT_PERFECT = 0.999;
  private static final double NO_IMPROVEMENT = 1e-5;

  /** Of the mean log-likelihood; see CoordinateDescent. */
  private static final double TOLERANCE = 1e-15;

  /** Where only answers matter, as in cross-validation, and not the last digit of a weight. */
  private static final double GIVEN_TOLERANCE = 1e-13;

  public LassoPath {
    solutions = List.copyOf(solutions);
  }

  /** The path with penalties of its own. */
  public static LassoPath of(TabularData data) {
    PenalisedData penalised = new PenalisedData(data);
    CoordinateDescent descent = new CoordinateDescent(penalised, 1, TOLERANCE);
    double highest = descent.penaltyThatSelectsNothing();
    double ratio = data.size() < data.features().size() ? 1e-2 : 1e-4;
    double[] penalties = new double[PENALTIES];
    for (int i = 0; i < PENALTIES; i++) {
      penalties[i] = highest * Math.pow(ratio, i / (PENALTIES - 1.0));
    }
    return follow(descent, penalties, true);
  }

  /**
   * The path at given penalties.
   *
   * @param penalties falling
   */
  public static LassoPath of(TabularData data, double[] penalties) {
    CoordinateDescent descent = new CoordinateDescent(new PenalisedData(data), 1, GIVEN_TOLERANCE);
    return follow(descent, penalties, false);
  }

  private static LassoPath follow(
      CoordinateDescent descent, double[] penalties, boolean endsEarly) {
    double nullDeviance = descent.deviance();
    List<LinearSolution> solutions = new ArrayList<>();
    double[] ratios = new double[penalties.length];
    for (int i = 0; i < penalties.length; i++) {
      if (!endsEarly && i > 0 && ratios[i - 1] > ALL_BUT_PERFECT) {
        // From here the weights of separable cases only grow, the slower the farther.
        solutions.add(solutions.get(i - 1));
        ratios[i] = ratios[i - 1];
        continue;
      }
      descent.solve(penalties[i]);
      solutions.add(descent.solution());
      ratios[i] = 1 - descent.deviance() / nullDeviance;
      boolean enough =
          i >= FEWEST
              && (ratios[i] > ALL_BUT_PERFECT || ratios[i] - ratios[i - 1] < NO_IMPROVEMENT);
      if (endsEarly && enough) {
        break;
      }
    }
    int count = solutions.size();
    return new LassoPath(Arrays.copyOf(penalties, count), solutions, Arrays.copyOf(ratios, count));
  }
}
