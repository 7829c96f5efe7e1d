package org.radcam.io.format;

import java.util.Optional;

/**
 * What the markers before a JPEG's pixels say (ISO/IEC 10918-1 annex B): read before decoding, for
 * the size, and to refuse by name what the platform's decoder does not do.
 *
 * @param process the start-of-frame marker, 0xC0 to 0xCF
 * @param bits sample precision
 * @param columns samples per line
 * @param rows number of lines
 * @param components 1 grey, 3 colour, 4 CMYK
 * @param adobeTransform the colour transform of Adobe's APP14 marker, where there is one: 0 none, 1
 *     YCbCr, 2 YCCK
 * @param jfif whether a JFIF marker says that colour is YCbCr
 * @param density JFIF's pixel density, of which only the ratio is of use
 * @param scans how many scans there are at most: each takes time for the whole picture, however few
 *     bytes it has
 */
public record JpegHeader(
    int process,
    int bits,
    int columns,
    int rows,
    int components,
    Optional<Integer> adobeTransform,
    boolean jfif,
    Optional<Density> density,
    int scans) {
  /** Encoders write about ten scans for a progressive picture, optimising ones some more. */
  private static final int MAX_SCANS = 64;

  /** The header of a JPEG that starts at {@code from} and ends before {@code to}. */
  public static JpegHeader parse(byte[] bytes, int from, int to) throws ImageFormatException {
    Optional<Integer> adobe = Optional.empty();
    boolean jfif = false;
    Optional<Density> density = Optional.empty();
    int at = from + 2;
    while (at + 4 <= to) {
      if ((bytes[at] & 0xff) != 0xff) {
        break;
      }
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) { // fill byte
        at++;
        continue;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { // no content
        at += 2;
        continue;
      }
      int length = u16(bytes, at + 2);
      int content = at + 4;
      if (marker == 0xd9 || marker == 0xda || length < 2 || at + 2 + length > to) {
        break;
      }
      if (isStartOfFrame(marker) && length >= 8) {
        return new JpegHeader(
            marker,
            bytes[content] & 0xff,
            u16(bytes, content + 3),
            u16(bytes, content + 1),
            bytes[content + 5] & 0xff,
            adobe,
            jfif,
            density,
            scans(bytes, at, to));
      }
      if (marker == 0xe0 && length >= 14 && startsWith(bytes, content, "JFIF")) {
        jfif = true;
        density =
            Optional.of(
                new Density(
                    u16(bytes, content + 8), u16(bytes, content + 10), /* length= */ false));
      } else if (marker == 0xee && length >= 14 && startsWith(bytes, content, "Adobe")) {
        adobe = Optional.of(bytes[content + 11] & 0xff);
      }
      at += 2 + length;
    }
    throw new ImageFormatException(
        "The JPEG data is damaged or cut off: it has no start of a picture.");
  }

  /** Refuses, by name, what the platform's decoder cannot decode. */
  public void checkDecodable() throws ImageFormatException {
    if (process != 0xc0 && process != 0xc1 && process != 0xc2) {
      throw new ImageFormatException(
          "The image is compressed with "
              + (process == 0xc3 ? "lossless JPEG" : "a rare kind of JPEG")
              + ", which RadCAM does not decode: save it uncompressed or as PNG.");
    }
    if (bits != 8) {
      throw new ImageFormatException(
          "The JPEG image has "
              + bits
              + " bits a pixel; RadCAM decodes JPEG of 8 bits: save it uncompressed, as 16-bit PNG or"
              + " as TIFF.");
    }
    if (scans > MAX_SCANS) {
      throw new ImageFormatException(
          "The JPEG image is stored in "
              + scans
              + " passes, and RadCAM decodes at most "
              + MAX_SCANS
              + ": save it again, not as progressive JPEG.");
    }
    if (components == 4) {
      throw new ImageFormatException(
          "The JPEG image has four channels (CMYK, for printing): convert it to grey or RGB.");
    }
    if (components != 1 && components != 3) {
      throw new ImageFormatException(
          "The JPEG image has "
              + components
              + " channels; RadCAM reads one (grey) or three (colour).");
    }
  }

  /**
   * Starts of scans (SOS), among them what only looks like one in a comment: between markers a
   * stuffed zero follows each 0xFF, so that none is missed.
   */
  private static int scans(byte[] bytes, int from, int to) {
    int scans = 0;
    for (int at = from; at + 1 < to; at++) {
      if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xda) {
        scans++;
      }
    }
    return scans;
  }

  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean startsWith(byte[] bytes, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int u16(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }
}
