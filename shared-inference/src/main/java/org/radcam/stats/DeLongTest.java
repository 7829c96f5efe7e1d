package org.radcam.stats;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.radcam.UserException;

/**
 * Whether two areas under ROC curves differ (DeLong, DeLong and Clarke-Pearson, Biometrics
 * 1988;44:837), computed with midranks. Without patients the cases are taken for independent.
 *
 * <p>Refuses, with a {@link UserException}:
 *
 * <ul>
 *   <li>fewer than two positive or two negative cases;
 *   <li>a paired test of different cases;
 *   <li>areas that differ though neither varies, such as 1 against 0.5 of scores that are all
 *       equal: the test would call that certain, however few cases there are.
 * </ul>
 */
public final class DeLongTest {
  private DeLongTest() {}

  /**
   * Two models on the same cases, in the same order. Two models that order all cases alike have z =
   * 0 and p = 1.
   */
  public static AreaComparison paired(BinaryCases first, BinaryCases second) {
    checkSame(first, second);
    Placements a = Placements.of(first);
    Placements b = Placements.of(second);
    return compared(a, b, a.minus(b).variance());
  }

  /**
   * The same with patients, not cases, for independent (Obuchowski, Biometrics 1997;53:567).
   *
   * @param patients whom each case belongs to
   */
  public static AreaComparison paired(
      BinaryCases first, BinaryCases second, List<String> patients) {
    checkSame(first, second);
    ClusteredVariance variance = new ClusteredVariance(first.positive(), patients, "DeLong's test");
    Placements a = Placements.of(first);
    Placements b = Placements.of(second);
    Placements difference = a.minus(b);
    return compared(a, b, variance.of(difference.positives(), difference.negatives()));
  }

  private static void checkSame(BinaryCases first, BinaryCases second) {
    if (!Arrays.equals(first.positive(), second.positive())) {
      throw new UserException(
          "DeLong's paired test needs both models' scores of the same cases, in the same order;"
              + " their true classes differ");
    }
    first.require(2, "DeLong's test");
  }

  private static AreaComparison compared(Placements a, Placements b, double variance) {
    double error = Math.sqrt(variance);
    double z = z(a.area(), b.area(), error);
    return new AreaComparison(
        a.area(),
        b.area(),
        Interval.wald(a.area() - b.area(), error, -1, 1),
        z,
        Double.POSITIVE_INFINITY,
        Normal.twoSided(z));
  }

  /**
   * One or two models on different cases. As in R's package pROC, p is that of Student's t
   * distribution with the degrees of freedom of Welch and Satterthwaite.
   */
  public static AreaComparison unpaired(BinaryCases first, BinaryCases second) {
    first.require(2, "DeLong's test");
    second.require(2, "DeLong's test");
    Placements a = Placements.of(first);
    Placements b = Placements.of(second);
    double variance = a.variance() + b.variance();
    double error = Math.sqrt(variance);
    double z = z(a.area(), b.area(), error);
    double degrees =
        variance == 0
            ? Double.POSITIVE_INFINITY
            : variance
                * variance
                / (a.variance() * a.variance() / (first.size() - 1)
                    + b.variance() * b.variance() / (second.size() - 1));
    double p =
        Double.isInfinite(degrees)
            ? Normal.twoSided(z)
            : 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(z));
    return new AreaComparison(
        a.area(), b.area(), Interval.wald(a.area() - b.area(), error, -1, 1), z, degrees, p);
  }

  private static double z(double first, double second, double error) {
    if (error > 0) {
      return (first - second) / error;
    }
    if (first == second) {
      return 0;
    }
    throw new UserException(
        "DeLong's test cannot compare the areas "
            + (float) first
            + " and "
            + (float) second
            + ": neither varies between these cases; add cases");
  }
}
