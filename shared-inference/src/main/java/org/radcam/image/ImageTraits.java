package org.radcam.image;

import java.util.Objects;
import java.util.Optional;

/**
 * What an image says of itself beside its voxels: enough to prepare it and to see whether it is the
 * kind of image a task expects. Nothing here identifies a patient.
 *
 * <p>Texts are as the file writes them, trimmed; DICOM names are given in the component's line.
 *
 * @param modality Modality (0008,0060), for example {@code DX}; empty where the file does not say
 * @param bodyPart Body Part Examined (0018,0015)
 * @param view View Position (0018,5101) or what the file says instead of it, in that attribute's
 *     words where it is one of the common views: PA, AP, LL, RL, LATERAL, FRONTAL
 * @param species Patient Species Description (0010,2201), in veterinary images
 * @param description Series Description (0008,103E) and, after a semicolon, Acquisition Device
 *     Processing Description (0018,1400), in which X-ray devices name the examination
 * @param rescaleSlope modality units = slope x stored value + intercept; 1 where the voxels are in
 *     modality units already
 * @param rescaleIntercept see {@code rescaleSlope}
 * @param brightness whether large values, in modality units, are shown bright or dark
 * @param colour whether the source was a colour image with differing channels (its grey is the
 *     luminance); a grey picture saved as RGB is not
 */
public record ImageTraits(
    Optional<String> modality,
    Optional<String> bodyPart,
    Optional<String> view,
    Optional<String> species,
    Optional<String> description,
    double rescaleSlope,
    double rescaleIntercept,
    Brightness brightness,
    boolean colour) {

  /** Which end of the value range is shown bright. */
  public enum Brightness {
    /** Large values are bright (DICOM MONOCHROME2, and nearly every other image). */
    LARGE_IS_BRIGHT,
    /** Large values are dark (DICOM MONOCHROME1, TIFF WhiteIsZero, an inverting lookup table). */
    LARGE_IS_DARK
  }

  /** An image that says nothing of itself. */
  public static final ImageTraits UNKNOWN =
      new ImageTraits(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1,
          0,
          Brightness.LARGE_IS_BRIGHT,
          false);

  public ImageTraits {
    modality = text(modality);
    bodyPart = text(bodyPart);
    view = text(view);
    species = text(species);
    description = text(description);
    Objects.requireNonNull(brightness, "brightness");
    if (!Double.isFinite(rescaleSlope) || rescaleSlope == 0 || !Double.isFinite(rescaleIntercept)) {
      throw new IllegalArgumentException(
          "The image's rescale slope "
              + rescaleSlope
              + " and intercept "
              + rescaleIntercept
              + " do not give modality units");
    }
  }

  private static Optional<String> text(Optional<String> value) {
    return value.map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  /**
   * Which end of the <em>stored</em> values is shown bright. {@link #brightness} speaks of modality
   * units, as DICOM does; a negative rescale slope turns the stored values round.
   */
  public Brightness storedBrightness() {
    if (rescaleSlope > 0) {
      return brightness;
    }
    return brightness == Brightness.LARGE_IS_BRIGHT
        ? Brightness.LARGE_IS_DARK
        : Brightness.LARGE_IS_BRIGHT;
  }

  public ImageTraits withBrightness(Brightness other) {
    return new ImageTraits(
        modality,
        bodyPart,
        view,
        species,
        description,
        rescaleSlope,
        rescaleIntercept,
        other,
        colour);
  }

  public ImageTraits withColour(boolean other) {
    return new ImageTraits(
        modality,
        bodyPart,
        view,
        species,
        description,
        rescaleSlope,
        rescaleIntercept,
        brightness,
        other);
  }

  public ImageTraits withRescale(double slope, double intercept) {
    return new ImageTraits(
        modality, bodyPart, view, species, description, slope, intercept, brightness, colour);
  }
}
