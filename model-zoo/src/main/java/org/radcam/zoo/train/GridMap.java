package org.radcam.zoo.train;

/** Moves what an image shows, on the image's own grid. */
interface GridMap {
  /**
   * A moved copy.
   *
   * @param outside what comes in from beyond the edge
   */
  float[] move(float[] image, float outside);
}
