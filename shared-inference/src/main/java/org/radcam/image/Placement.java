package org.radcam.image;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether an image knows where in the patient it lies. A picture with a scale bar knows the size of
 * its pixels, but not their place; two of those must not be laid over each other.
 *
 * @param known whether origin and direction of the image's geometry are places in the patient
 * @param frameOfReference the DICOM Frame of Reference UID (0020,0052), where the image says it:
 *     places in differing frames cannot be compared. Never shown or logged, since it belongs to one
 *     examination
 */
public record Placement(boolean known, Optional<String> frameOfReference) {
  /** Nothing tells where the image lies. */
  public static final Placement UNKNOWN = new Placement(false, Optional.empty());

  /** The geometry is the place; no frame of reference is named. */
  public static final Placement KNOWN = new Placement(true, Optional.empty());

  public Placement {
    Objects.requireNonNull(frameOfReference, "frameOfReference");
    if (!known && frameOfReference.isPresent()) {
      throw new IllegalArgumentException("A place in no frame cannot be in a frame of reference");
    }
  }

  /** A place in a named frame. */
  public static Placement in(String frameOfReference) {
    return new Placement(true, Optional.of(frameOfReference));
  }

  /** Whether both name a frame of reference, and not the same. */
  public boolean contradicts(Placement other) {
    return frameOfReference.isPresent()
        && other.frameOfReference.isPresent()
        && !frameOfReference.equals(other.frameOfReference);
  }

  /** Without the UID. */
  @Override
  public String toString() {
    return known ? "Placement[known]" : "Placement[unknown]";
  }
}
