package org.radcam.fiji.image;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.radcam.UserException;

/**
 * Decodes one of ImageJ's regions. ImageJ's decoder believes every length that a file announces, so
 * those are compared with the file's size first; texts, arrows and pictures, which have no inside,
 * are not decoded at all.
 */
final class RoiBytes {
  private static final int HEADER = 64;

  /** Where the second header announces where texts begin, and how long they are. */
  private static final int[] SECOND_HEADER = {
    RoiDecoder.NAME_OFFSET,
    RoiDecoder.NAME_LENGTH,
    RoiDecoder.ROI_PROPS_OFFSET,
    RoiDecoder.ROI_PROPS_LENGTH
  };

  private RoiBytes() {}

  static boolean startsLikeRoi(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'I'
        && bytes[1] == 'o'
        && bytes[2] == 'u'
        && bytes[3] == 't';
  }

  /**
   * The region.
   *
   * @param name of the file
   * @throws UserException naming the file, where it is none or has no inside
   */
  static Roi decode(byte[] bytes, String name) {
    if (!startsLikeRoi(bytes) || bytes.length < HEADER) {
      throw damaged(name, null);
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int subtype = header.getShort(RoiDecoder.SUBTYPE);
    if (subtype == RoiDecoder.TEXT || subtype == RoiDecoder.ARROW || subtype == RoiDecoder.IMAGE) {
      throw new UserException(
          "The region '"
              + name
              + "' is a text, an arrow or a picture, which has no inside. Save"
              + " areas only.");
    }
    checkLengths(header, name);
    try {
      Roi roi = new RoiDecoder(bytes, name).getRoi();
      Rectangle box = roi == null ? new Rectangle() : roi.getBounds();
      if (box.isEmpty()) {
        throw damaged(name, null);
      }
      return roi;
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserException ours) {
        throw ours;
      }
      throw damaged(name, e);
    }
  }

  /** All that the decoder allocates by what the file announces. */
  private static void checkLengths(ByteBuffer header, String name) {
    int most = header.capacity();
    boolean fits =
        within(header.getInt(RoiDecoder.SHAPE_ROI_SIZE), most)
            && (!hasPoints(header)
                || header.getShort(RoiDecoder.N_COORDINATES) != 0
                || within(header.getInt(RoiDecoder.SIZE), most));
    int second = header.getInt(RoiDecoder.HEADER2_OFFSET);
    if (second != 0) {
      fits &= within(second, most);
      for (int field : SECOND_HEADER) {
        fits = fits && (second + field + 4 > most || within(header.getInt(second + field), most));
      }
    }
    if (!fits) {
      throw damaged(name, null);
    }
  }

  /** Rectangles and ovals have fractions of pixels where others have their number of points. */
  private static boolean hasPoints(ByteBuffer header) {
    return header.get(RoiDecoder.TYPE) != 1 && header.get(RoiDecoder.TYPE) != 2;
  }

  private static boolean within(int announced, int most) {
    return announced >= 0 && announced <= most;
  }

  private static UserException damaged(String name, Exception cause) {
    return new UserException(
        "The region '" + name + "' cannot be read: it is damaged, or no region of ImageJ.", cause);
  }
}
