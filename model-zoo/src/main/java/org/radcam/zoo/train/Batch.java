package org.radcam.zoo.train;

/**
 * Cases as a network takes them.
 *
 * @param images (cases, channels, rows, columns) or (cases, channels, slices, rows, columns)
 * @param clinical (cases, numbers); empty where the network takes no clinical values
 * @param lesions (cases, places of the last feature map): 1 in the lesion, all 0 where it is not
 *     known; empty where the network is not guided
 * @param cases how many
 */
record Batch(float[] images, float[] clinical, float[] lesions, int cases) {

  /**
   * What one step learns from.
   *
   * @param inputs the cases
   * @param targets (cases, classes): what the network should answer, times the case's weight
   * @param truths (cases, classes): 1 for the true class, else 0
   */
  record Lesson(Batch inputs, float[] targets, float[] truths) {}
}
