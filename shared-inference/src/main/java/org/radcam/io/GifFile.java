package org.radcam.io;

import org.radcam.image.Size;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * The blocks of a GIF file (GIF89a specification), walked through before the pixels are decoded.
 *
 * <ul>
 *   <li>One picture, whole: an animation is refused, for its frames may be parts that are drawn
 *       over each other, and which one is meant cannot be known.
 *   <li>The picture must fill the screen that the file announces.
 * </ul>
 *
 * @param size columns and rows
 */
record GifFile(Size size) {
  private static final int HEADER = 13;
  private static final int PICTURE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3b;

  static GifFile of(byte[] bytes) throws ImageFormatException {
    if (bytes.length < HEADER) {
      throw damaged();
    }
    int columns = u16(bytes, 6);
    int rows = u16(bytes, 8);
    Size size = ImageLimits.check(columns, rows, 1, 2);
    int at = HEADER + table(bytes[10]);
    int pictures = 0;
    while (at < bytes.length && (bytes[at] & 0xff) != END) {
      if ((bytes[at] & 0xff) == EXTENSION) {
        at = blocks(bytes, at + 2);
      } else if ((bytes[at] & 0xff) == PICTURE && at + 10 < bytes.length) {
        pictures++;
        boolean whole =
            u16(bytes, at + 1) == 0
                && u16(bytes, at + 3) == 0
                && u16(bytes, at + 5) == columns
                && u16(bytes, at + 7) == rows;
        if (pictures == 1 && !whole) {
          throw new ImageFormatException(
              "The GIF file's picture is a part of a larger one: save the whole one as PNG.");
        }
        int data = at + 10 + table(bytes[at + 9]) + 1;
        at = blocks(bytes, data);
        if (pictures == 1) {
          ImageLimits.checkExpansion(size.voxels(), at - (long) data);
        }
      } else {
        throw damaged();
      }
    }
    if (pictures == 0) {
      throw damaged();
    }
    if (pictures > 1) {
      throw new ImageFormatException(
          "The GIF file is an animation of "
              + pictures
              + " pictures, and which of them is meant cannot be known: save the one as PNG, or all"
              + " as a TIFF stack.");
    }
    return new GifFile(size);
  }

  /** Bytes of a colour table, by the byte that announces it. */
  private static int table(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** The position behind a chain of blocks, which an empty one ends. */
  private static int blocks(byte[] bytes, int from) throws ImageFormatException {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at += 1 + (bytes[at] & 0xff);
    }
    if (at >= bytes.length) {
      throw damaged();
    }
    return at + 1;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }

  private static ImageFormatException damaged() {
    return new ImageFormatException(
        "The GIF file is damaged or cut off: copy or export it again, or save it as PNG.");
  }
}
