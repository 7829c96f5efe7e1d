package org.radcam.network;

import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * Where a network's features lie on its input: along every axis, feature i looks at a neighbourhood
 * of the input whose centre is index {@code first + i * step}.
 *
 * <p>That is not the same as dividing the input evenly. A convolution with stride 2 and padding on
 * both sides begins at the first pixel, so the seven features of 224 pixels are centred at 0, 32 to
 * 192; dividing evenly would put them at 15.5, 47.5 to 207.5 and a heat map half a cell too far to
 * the right and down (Araujo, Norris and Sim 2019, "Computing receptive fields of convolutional
 * neural networks", gives the arithmetic).
 *
 * @param first input index, from the centre of the first pixel, at which feature 0 is centred
 * @param step input pixels from one feature to the next
 */
public record FeatureGrid(double first, double step) {
  public FeatureGrid {
    if (!(step > 0) || !Double.isFinite(first)) {
      throw new IllegalArgumentException("No grid: first " + first + ", step " + step);
    }
  }

  /**
   * The features' grid in patient space. Beyond its last feature there may be up to a step of input
   * that only the last feature sees.
   *
   * @param input the grid of the network's input
   * @param shape of the features, (h, w) or (d, h, w)
   */
  public Geometry on(Geometry input, int... shape) {
    int last = shape.length - 1;
    boolean flat = shape.length == 2;
    Vector3 spacing = input.spacing();
    return new Geometry(
        new Size(shape[last], shape[last - 1], flat ? 1 : shape[0]),
        new Vector3(
            spacing.x() * step, spacing.y() * step, flat ? spacing.z() : spacing.z() * step),
        input.toPatient(first, first, flat ? 0 : first),
        input.direction(),
        input.unit());
  }
}
