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
        ReferenceGrid,
        RoiSlice,
        RoiCrop,
        RoiBlock,
        Resize {
  /** The step's name in a model's card. */
  String key();

  /** Whether the number of voxels that it leaves depends on the image. */
  default boolean changesGrid() {
    return false;
  }

  Prepared apply(Prepared image);
}
