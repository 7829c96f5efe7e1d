package org.radcam.network;

/**
 * How far apart the kernels of a stage look when an earlier or this stage does not halve the image,
 * as it was meant to, but keeps its size.
 */
enum Dilation {
  /**
   * Every convolution looks at the pixels that it would have looked at had the image been halved,
   * so all features that the halving network has are found among those of this one. The first
   * convolution of such a stage still sees the grid of the stage before: torchvision's {@code
   * replace_stride_with_dilation} and timm's {@code output_stride}.
   */
  TO_THE_HOLES {
    @Override
    int first(int before, int own) {
      return before;
    }
  },
  /** Every convolution of the stage looks equally far: MedicalNet, which was trained so. */
  WHOLE_STAGE {
    @Override
    int first(int before, int own) {
      return own;
    }
  };

  /**
   * The dilation of a stage's first convolution.
   *
   * @param before the dilation of the stage before
   * @param own the dilation of the stage's other convolutions
   */
  abstract int first(int before, int own);
}
