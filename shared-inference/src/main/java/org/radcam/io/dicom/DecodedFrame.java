package org.radcam.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The pixels of one frame as a viewer has decoded them, row by row from the top. */
public sealed interface DecodedFrame {

  /** How many numbers there are: one a pixel, three of colours. */
  int numbers();

  /**
   * Grey integers as they stand in the file's words: bits above the High Bit, and the sign, need
   * not have been seen to.
   *
   * @param data little endian
   * @param bits of a word: 8, 16 or 32
   */
  record Words(ByteBuffer data, int bits) implements DecodedFrame {
    @Override
    public int numbers() {
      return data.limit() / (bits / Byte.SIZE);
    }
  }

  /** Grey values of a file that stores floating-point numbers. */
  record Reals(float[] values) implements DecodedFrame {
    @Override
    public int numbers() {
      return values.length;
    }
  }

  /**
   * Grey values of a file that stores integers, to which the viewer has applied the frame's Rescale
   * Slope and Rescale Intercept already.
   */
  record Rescaled(float[] values) implements DecodedFrame {
    @Override
    public int numbers() {
      return values.length;
    }
  }

  /**
   * Red, green and blue of each pixel, one behind the other, not negative.
   *
   * @param data little endian
   * @param bits of a number: 8 or 16
   */
  record Colours(ByteBuffer data, int bits) implements DecodedFrame {
    @Override
    public int numbers() {
      return data.limit() / (bits / Byte.SIZE);
    }
  }

  /** Grey integers in words of 8 bits. */
  static DecodedFrame words(byte[] words) {
    return new Words(ByteBuffer.wrap(words), Byte.SIZE);
  }

  /** Grey integers in words of 16 bits. */
  static DecodedFrame words(short[] words) {
    return new Words(bytes(words), Short.SIZE);
  }

  /** Grey integers in words of 32 bits. */
  static DecodedFrame words(int[] words) {
    ByteBuffer data =
        ByteBuffer.allocate(Integer.BYTES * words.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asIntBuffer().put(words);
    return new Words(data, Integer.SIZE);
  }

  /** Colours of 8 bits. */
  static DecodedFrame colours(byte[] numbers) {
    return new Colours(ByteBuffer.wrap(numbers), Byte.SIZE);
  }

  /** Colours of 16 bits. */
  static DecodedFrame colours(short[] numbers) {
    return new Colours(bytes(numbers), Short.SIZE);
  }

  private static ByteBuffer bytes(short[] numbers) {
    ByteBuffer data =
        ByteBuffer.allocate(Short.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asShortBuffer().put(numbers);
    return data;
  }
}
