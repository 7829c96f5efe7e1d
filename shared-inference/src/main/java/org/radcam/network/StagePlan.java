package org.radcam.network;

import java.util.ArrayList;
import java.util.List;

/**
 * How a stage of a residual network comes to the size of its features.
 *
 * @param stride of its first block
 * @param firstDilation of its first 3x3 convolution
 * @param dilation of the others
 */
record StagePlan(int stride, int firstDilation, int dilation) {
  /** What the two halvings before the first stage make. */
  private static final int STEM_STEP = 4;

  /** The feature step of so many stages if all but the first halve. */
  static int ownStep(int stages) {
    return STEM_STEP << (stages - 1);
  }

  /**
   * Stages halve until the feature step is reached, and from then on double their dilation.
   *
   * @param featureStep at most the {@linkplain #ownStep own} one
   */
  static List<StagePlan> of(int stages, int featureStep, Dilation rule) {
    List<StagePlan> plans = new ArrayList<>();
    plans.add(new StagePlan(1, 1, 1));
    int step = STEM_STEP;
    int dilation = 1;
    while (plans.size() < stages) {
      if (step < featureStep) {
        step *= 2;
        plans.add(new StagePlan(2, 1, 1));
      } else {
        int before = dilation;
        dilation *= 2;
        plans.add(new StagePlan(1, rule.first(before, dilation), dilation));
      }
    }
    return plans;
  }
}
