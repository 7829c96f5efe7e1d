package org.radcam.zoo.train;

/**
 * Cases as a network takes them.
 *
 * @param images (cases, channels, rows, columns) or (cases, channels, slices, rows, columns)
 * @param clinical (cases, numbers); empty where the network takes no clinical values
 * @param cases how many
 */
record Batch(float[] images, float[] clinical, int cases) {

  /**
   * What one step learns from.
   *
   * @param inputs the cases
   * @param targets (cases, classes): what the network should answer, times the case's weight
   */
  record Lesson(Batch inputs, float[] targets) {}
}
