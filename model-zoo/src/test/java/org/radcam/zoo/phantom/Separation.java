package org.radcam.zoo.phantom;

import java.util.List;

/** How well one number tells two groups apart. */
final class Separation {
  private Separation() {}

  /** Probability that a number of the second group is larger; a tie counts half. */
  static double auc(List<Double> first, List<Double> second) {
    double larger = 0;
    for (double a : first) {
      for (double b : second) {
        larger += b > a ? 1 : b == a ? 0.5 : 0;
      }
    }
    return larger / first.size() / second.size();
  }
}
