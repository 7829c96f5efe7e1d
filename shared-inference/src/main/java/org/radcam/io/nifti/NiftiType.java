package org.radcam.io.nifti;

import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.SampleType;

/** NIfTI's codes for types of numbers ({@code DT_...} in {@code nifti1.h}). */
final class NiftiType {
  static final int UINT8 = 2;
  static final int INT16 = 4;
  static final int FLOAT32 = 16;

  private NiftiType() {}

  /** The type of a code; what is no single number is refused by name. */
  static SampleType of(int code) throws ImageFormatException {
    return switch (code) {
      case UINT8 -> SampleType.UINT8;
      case INT16 -> SampleType.INT16;
      case 8 -> SampleType.INT32;
      case FLOAT32 -> SampleType.FLOAT32;
      case 64 -> SampleType.FLOAT64;
      case 256 -> SampleType.INT8;
      case 512 -> SampleType.UINT16;
      case 768 -> SampleType.UINT32;
      case 1024 -> SampleType.INT64;
      case 1280 -> SampleType.UINT64;
      case 1 -> throw refused("single bits: convert them to 8-bit integers");
      case 32, 1792, 2048 -> throw refused("complex numbers: save their magnitude");
      case 128, 2304 -> throw refused("colours: convert it to grey");
      case 1536 -> throw refused("numbers of 128 bits: convert them to 32-bit floats");
      default -> throw NiftiHeader.malformed("its type of numbers (datatype)");
    };
  }

  private static ImageFormatException refused(String what) {
    return new ImageFormatException("The NIfTI volume is of " + what + ".");
  }
}
