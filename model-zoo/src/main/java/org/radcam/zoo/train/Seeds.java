package org.radcam.zoo.train;

/**
 * Seeds for independent streams of random numbers: each use (this case in this epoch of this fold)
 * has its own, so that what is drawn depends on neither threads nor on what was drawn before, and a
 * training that was interrupted goes on as if it had not been.
 */
final class Seeds {
  /** The odd constant nearest to 2^64 / golden ratio, as in SplitMix64 (Steele et al. 2014). */
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  static long mix(long seed, long... use) {
    long mixed = scramble(seed);
    for (long number : use) {
      mixed = scramble(mixed + GAMMA * (number + 1));
    }
    return mixed;
  }

  /** The finaliser of SplitMix64. */
  private static long scramble(long z) {
    long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
    return b ^ b >>> 31;
  }
}
