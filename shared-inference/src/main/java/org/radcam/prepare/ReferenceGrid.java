package org.radcam.prepare;

import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Resampler;
import org.radcam.image.Volume;

/**
 * Brings the image onto the grid of the case's reference image, through patient space, by linear
 * interpolation; where the image has nothing, its smallest value stands.
 *
 * <ul>
 *   <li>An image that is on that grid already stays as it is.
 *   <li>Where one of the two does not know its place (pixels without a size), the grids are taken
 *       to be the same if they have the same number of voxels; the recorded value {@code assumed}
 *       is 1 then.
 *   <li>Refused is an image of another number of voxels without a known place, and one that does
 *       not meet the reference image anywhere.
 * </ul>
 */
public record ReferenceGrid() implements PreparationStep {
  /** The step's name in a model's card. */
  public static final String KEY = "reference-grid";

  /** Recorded as 1 where grids were taken to be the same because nothing told their place. */
  public static final String ASSUMED = "assumed";

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
      return image.after(KEY, new Volume(to, image.volume().voxels()), Map.of(ASSUMED, 0.0));
    }
    if (from.unit() != LengthUnit.MILLIMETRE || to.unit() != LengthUnit.MILLIMETRE) {
      if (!from.size().equals(to.size())) {
        throw new UserException(
            "'"
                + image.name()
                + "' has "
                + from.size()
                + " voxels and the reference image "
                + to.size()
                + ", and nothing tells how they lie to each other: at least one has no voxel size in"
                + " millimetres.");
      }
      return image.after(KEY, new Volume(to, image.volume().voxels()), Map.of(ASSUMED, 1.0));
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
    return image.after(KEY, covered, Map.of(ASSUMED, 0.0, "outsideShare", share));
  }
}
