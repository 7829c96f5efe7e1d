package org.radcam.prepare;

/**
 * One step from a source image to the network input. A step never changes the values it is given;
 * it makes new ones, and records what it did. A step that cannot be carried out fails with a {@link
 * org.radcam.UserException}; it never does something else instead.
 */
public sealed interface PreparationStep
    permits ModalityUnits,
        Photometric,
        Window,
        PercentileRange,
        ZScore,
        Normalise,
        Resample,
        RoiCrop,
        Resize {
  /** The step's name in a model's card. */
  String key();

  Prepared apply(Prepared image);
}
