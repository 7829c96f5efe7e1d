package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.radcam.io.dicom.DicomHeader.Value;
import org.radcam.io.format.ImageFormatException;

/** Pixels that are floating-point numbers, as in parametric maps (PS3.3 C.7.6.24, C.7.6.25). */
final class FloatPixels {
  private FloatPixels() {}

  static void read(DicomHeader header, PixelLayout layout, float[] voxels)
      throws ImageFormatException {
    boolean single = header.has(Tag.FLOAT_PIXEL_DATA);
    Tag tag = single ? Tag.FLOAT_PIXEL_DATA : Tag.DOUBLE_PIXEL_DATA;
    int width = single ? Float.BYTES : Double.BYTES;
    Value pixels = header.value(tag).orElseThrow(() -> DicomHeader.malformed(tag));
    if (layout.bitsAllocated() != 8 * width
        || layout.samples() != 1
        || pixels.length() / width < voxels.length) {
      throw DicomHeader.malformed(tag);
    }
    ByteBuffer data =
        ByteBuffer.wrap(header.array())
            .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < voxels.length; i++) {
      int at = pixels.offset() + i * width;
      voxels[i] = single ? data.getFloat(at) : (float) data.getDouble(at);
    }
  }
}
