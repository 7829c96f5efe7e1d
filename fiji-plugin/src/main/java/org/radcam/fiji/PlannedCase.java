package org.radcam.fiji;

import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.classify.Case;
import org.radcam.fiji.image.Region;

/**
 * One case that is to be classified. Its images are made when it is its turn: those of a stack's
 * single slices need not all be in memory.
 *
 * @param image how messages and files name its image, with the slice
 * @param part which lesion it is; empty where it is the only one
 * @param label how the Results table names its image
 * @param slice position of its slice in the reference image's stack, from 1; of a volume, that
 *     where the region is largest
 * @param firstSlice position of the first slice that its heat map lies on
 * @param lesion the region, where the task is about lesions
 * @param inputs makes the case
 */
record PlannedCase(
    String image,
    Optional<String> part,
    String label,
    int slice,
    int firstSlice,
    Optional<Region> lesion,
    Supplier<Case> inputs) {
  /** How messages name it. */
  String name() {
    return image + part.map(lesion -> ", " + lesion).orElse("");
  }
}
