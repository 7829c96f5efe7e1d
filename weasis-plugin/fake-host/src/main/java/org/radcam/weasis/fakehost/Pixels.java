package org.radcam.weasis.fakehost;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;

/** The stored values of a data set's frames, and what the modality LUT makes of them. */
final class Pixels {
  private Pixels() {}

  static PixelArray frame(Attributes header, int frame) {
    int width = header.getInt(Tag.Columns, 0);
    int height = header.getInt(Tag.Rows, 0);
    int channels = header.getInt(Tag.SamplesPerPixel, 1);
    int count = width * height * channels;
    if (header.containsValue(Tag.FloatPixelData)) {
      float[] values = new float[count];
      data(header, Tag.FloatPixelData).asFloatBuffer().get(frame * count, values);
      return new PixelArray(width, height, channels, PixelArray.F32, values);
    }
    boolean signed = header.getInt(Tag.PixelRepresentation, 0) == 1;
    int allocated = header.getInt(Tag.BitsAllocated, 16);
    ByteBuffer data = data(header, Tag.PixelData);
    return switch (allocated) {
      case 1 -> new PixelArray(width, height, 1, PixelArray.U8, bits(data, frame, count));
      case 8 -> {
        byte[] values = new byte[count];
        data.get(frame * count, values);
        yield new PixelArray(
            width, height, channels, signed ? PixelArray.S8 : PixelArray.U8, values);
      }
      case 16 -> {
        short[] values = new short[count];
        data.asShortBuffer().get(frame * count, values);
        extend(values, header.getInt(Tag.BitsStored, 16), signed);
        yield new PixelArray(
            width, height, channels, signed ? PixelArray.S16 : PixelArray.U16, values);
      }
      case 32 -> {
        int[] values = new int[count];
        data.asIntBuffer().get(frame * count, values);
        yield new PixelArray(width, height, channels, PixelArray.S32, values);
      }
      default -> throw new UnsupportedOperationException(allocated + " bits");
    };
  }

  /**
   * Values after rescaling, in the modality's units. As in Weasis, integer values stay integer:
   * they are rounded.
   */
  static PixelArray rescaled(PixelArray stored, double slope, double intercept) {
    if (slope == 1 && intercept == 0) {
      return stored;
    }
    int count = stored.width() * stored.height() * stored.channels();
    if (stored.depth() >= PixelArray.F32) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) (stored.value(i) * slope + intercept);
      }
      return new PixelArray(
          stored.width(), stored.height(), stored.channels(), PixelArray.F32, values);
    }
    short[] values = new short[count];
    for (int i = 0; i < count; i++) {
      values[i] = (short) Math.round(stored.value(i) * slope + intercept);
    }
    return new PixelArray(
        stored.width(), stored.height(), stored.channels(), PixelArray.S16, values);
  }

  private static void extend(short[] values, int stored, boolean signed) {
    int spare = 16 - stored;
    for (int i = 0; i < values.length && spare > 0; i++) {
      values[i] =
          (short) (signed ? (short) (values[i] << spare) >> spare : values[i] & 0xFFFF >> spare);
    }
  }

  private static byte[] bits(ByteBuffer data, int frame, int count) {
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      int bit = frame * count + i;
      values[i] = (byte) (data.get(bit / 8) >> bit % 8 & 1);
    }
    return values;
  }

  private static ByteBuffer data(Attributes header, int tag) {
    byte[] bytes = header.getSafeBytes(tag);
    if (bytes == null) {
      throw new IllegalArgumentException("the data set has no pixel data");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
