package org.radcam.zoo.phantom;

import java.util.SplittableRandom;

/**
 * Random draws that are the same on every platform: SplittableRandom's bits are specified, and only
 * operations with exactly one result are done on them.
 */
final class Draw {
  private static final double SQRT_3 = 1.7320508075688772;

  private final SplittableRandom random;

  Draw(SplittableRandom random) {
    this.random = random;
  }

  Draw(long seed) {
    this(new SplittableRandom(seed));
  }

  /** An independent stream, so that one part's draws do not shift those of another. */
  Draw split() {
    return new Draw(random.split());
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int choice(int count) {
    return random.nextInt(count);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Mean 0, variance 1: a sum of four uniform numbers, near enough to a normal for noise. */
  double noise() {
    double sum =
        random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
    // A uniform number has variance 1/12.
    return (sum - 2) * SQRT_3;
  }

  /** A seed for something else. */
  long seed() {
    return random.nextLong();
  }
}
