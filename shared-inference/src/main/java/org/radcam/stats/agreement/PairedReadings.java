package org.radcam.stats.agreement;

/**
 * One reader's two answers to the same cases: without and with the model, or the reader's own and
 * the model's.
 *
 * @param reader name
 * @param first the class of each case, from 0
 * @param second the class of each case, from 0
 */
public record PairedReadings(String reader, int[] first, int[] second) {
  public PairedReadings {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          reader + " has " + first.length + " first and " + second.length + " second readings");
    }
    first = first.clone();
    second = second.clone();
  }

  /** McNemar's test of which answers are right. */
  public McNemar mcNemar(int[] labels) {
    return McNemar.of(right(first, labels), right(second, labels));
  }

  private static boolean[] right(int[] readings, int[] labels) {
    boolean[] right = new boolean[labels.length];
    for (int n = 0; n < labels.length; n++) {
      right[n] = readings[n] == labels[n];
    }
    return right;
  }
}
