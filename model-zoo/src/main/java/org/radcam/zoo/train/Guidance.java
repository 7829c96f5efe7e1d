package org.radcam.zoo.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A second thing to learn beside the class: where the evidence for it is. The class activation map
 * of the true class is taken as the logits of "which place is it?", and the lesion's places
 * together are the right answer: - log sum of softmax(map) over the lesion, averaged over all cases
 * of the batch. Cases without a known lesion add nothing. (In the spirit of Li et al. 2018, "Tell
 * me where to look: guided attention inference network", where maps are compared with masks pixel
 * by pixel.)
 *
 * <p>Without it a network may answer rightly from anywhere, since features deep inside it see the
 * whole image.
 */
final class Guidance {
  /**
   * A map's values differ by some tens at most, so a place that is so much lower counts nothing.
   */
  private static final float OUTSIDE = -1e4f;

  private Guidance() {}

  /**
   * The loss.
   *
   * @param maps (N, classes, places), float32
   * @param truths (N, classes), 1 for the true class
   * @param lesions (N, places), 1 in the lesion; all 0 for a case without one
   */
  static NDArray loss(NDArray maps, NDArray truths, NDArray lesions) {
    Shape shape = truths.getShape();
    NDArray map = maps.mul(truths.reshape(shape.get(0), shape.get(1), 1)).sum(new int[] {1});
    NDArray shares = map.logSoftmax(1).add(lesions.sub(1).mul(-OUTSIDE));
    // The largest is taken off first, so that exp cannot vanish for all of them.
    NDArray largest = shares.max(new int[] {1}, true).stopGradient();
    NDArray inside = shares.sub(largest).exp().sum(new int[] {1}, true).log().add(largest);
    NDArray known = lesions.max(new int[] {1}, true);
    return inside.mul(known).sum().div(-shape.get(0));
  }
}
