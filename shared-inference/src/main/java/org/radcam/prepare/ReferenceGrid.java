package org.radcam.prepare;

import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Resampler;
import org.radcam.image.Volume;

/**
 * Brings the image onto the grid of the case's reference image, through patient space, by linear
 * interpolation; where the image has nothing, its smallest value stands.
 *
 * <ul>
 *   <li>An image that is on that grid already stays as it is.
 *   <li>Refused is an image that does not meet the reference image anywhere.
 * </ul>
 *
 * <p>Both grids must be in one space: whether that can be said of the images of a case is decided
 * before ({@code org.radcam.classify.CaseSpace}).
 */
public record ReferenceGrid() implements PreparationStep {
  /** The step's name in a model's card. */
  public static final String KEY = "reference-grid";

  private static final String OUTSIDE = "outsideShare";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public boolean changesGrid() {
    return true;
  }

  @Override
  public Prepared apply(Prepared image) {
    Geometry from = image.volume().geometry();
    Geometry to = image.reference();
    if (from.sameGridAs(to)) {
      return image.after(KEY, new Volume(to, image.volume().voxels()), Map.of(OUTSIDE, 0.0));
    }
    if (from.unit() != to.unit()) {
      throw new IllegalArgumentException("Pixels and millimetres are not in one space");
    }
    Volume covered = Resampler.linear(image.volume(), to, Float.NaN);
    float low = image.volume().range().low();
    float[] values = covered.voxels();
    int outside = 0;
    for (int n = 0; n < values.length; n++) {
      if (Float.isNaN(values[n])) {
        values[n] = low;
        outside++;
      }
    }
    if (outside == values.length) {
      throw new UserException(
          "'"
              + image.name()
              + "' and the reference image show different places of the patient: they do not meet"
              + " anywhere.");
    }
    double share = (double) outside / values.length;
    return image.after(KEY, covered, Map.of(OUTSIDE, share));
  }
}
