package org.radcam.prepare;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * The whole way of one image to the network, as a model's card lists it.
 *
 * @param steps in the order in which they are carried out
 */
public record Preparation(List<PreparationStep> steps) {
  public Preparation {
    steps = List.copyOf(steps);
  }

  /** Whether the region of interest decides what the network sees. */
  public boolean needsRoi() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof RoiCrop || step instanceof RoiBlock || step instanceof RoiSlice);
  }

  /**
   * Whether it takes a whole volume rather than a single slice: it chooses a slice itself, cuts a
   * block, or changes the number of slices.
   */
  public boolean takesVolumes() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof RoiSlice
                    || step instanceof RoiBlock
                    || (step instanceof Resample resample && resample.k() > 0)
                    || (step instanceof Resize resize && resize.slices() > 1));
  }

  /** Prepares the reference image of a case, or its only one. */
  public Prepared apply(SourceImage image, Optional<Mask> roi) {
    return apply(image, roi, image.geometry());
  }

  /**
   * Prepares one image.
   *
   * @param roi the region of interest, on the reference image's grid
   * @param reference grid of the case's reference image
   * @throws UserException if the image holds values that are no numbers, or a step cannot be
   *     carried out on it
   */
  public Prepared apply(SourceImage image, Optional<Mask> roi, Geometry reference) {
    int bad = 0;
    for (float value : image.volume().voxels()) {
      if (!Float.isFinite(value)) {
        bad++;
      }
    }
    if (bad > 0) {
      throw new UserException(
          "'"
              + image.name()
              + "' has "
              + bad
              + " pixels without a finite value (NaN or infinite). Give them a value first.");
    }
    Prepared prepared = Prepared.begin(image, roi, reference);
    for (PreparationStep step : steps) {
      prepared = step.apply(prepared);
    }
    return prepared;
  }
}
