package org.radcam.stats.agreement;

/** How much a disagreement counts, by the distance of the classes in their order. */
public enum KappaWeights {
  /** Every disagreement counts alike. */
  NONE {
    @Override
    double disagreement(int distance, int farthest) {
      return distance == 0 ? 0 : 1;
    }
  },
  /** By the distance: for classes with an order. */
  LINEAR {
    @Override
    double disagreement(int distance, int farthest) {
      return (double) distance / farthest;
    }
  },
  /** By the distance squared: for classes with an order. */
  QUADRATIC {
    @Override
    double disagreement(int distance, int farthest) {
      return (double) distance * distance / ((double) farthest * farthest);
    }
  };

  /** From 0 to 1. */
  abstract double disagreement(int distance, int farthest);
}
