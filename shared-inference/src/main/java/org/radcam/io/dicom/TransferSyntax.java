package org.radcam.io.dicom;

import java.util.Arrays;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;

/** How a DICOM file's data set is encoded and its pixels compressed (PS3.5 chapter 10, PS3.6). */
enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", Codec.NONE, "uncompressed"),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", Codec.NONE, "uncompressed"),
  DEFLATED("1.2.840.10008.1.2.1.99", Codec.NONE, "deflated"),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", Codec.NONE, "uncompressed, big endian"),
  RLE("1.2.840.10008.1.2.5", Codec.RLE, "RLE lossless"),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", Codec.JPEG, "JPEG baseline"),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Codec.JPEG, "JPEG extended"),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Codec.OTHER, "JPEG lossless"),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", Codec.OTHER, "JPEG lossless"),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", Codec.OTHER, "JPEG-LS lossless"),
  JPEG_LS_LOSSY("1.2.840.10008.1.2.4.81", Codec.OTHER, "JPEG-LS near-lossless"),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Codec.OTHER, "JPEG 2000 lossless"),
  JPEG_2000("1.2.840.10008.1.2.4.91", Codec.OTHER, "JPEG 2000"),
  JPEG_2000_PART2_LOSSLESS("1.2.840.10008.1.2.4.92", Codec.OTHER, "JPEG 2000 part 2"),
  JPEG_2000_PART2("1.2.840.10008.1.2.4.93", Codec.OTHER, "JPEG 2000 part 2"),
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", Codec.OTHER, "high-throughput JPEG 2000 lossless"),
  HTJ2K_RPCL("1.2.840.10008.1.2.4.202", Codec.OTHER, "high-throughput JPEG 2000 lossless"),
  HTJ2K("1.2.840.10008.1.2.4.203", Codec.OTHER, "high-throughput JPEG 2000"),
  JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", Codec.OTHER, "JPEG XL lossless"),
  JPEG_XL_FROM_JPEG("1.2.840.10008.1.2.4.111", Codec.OTHER, "JPEG XL"),
  JPEG_XL("1.2.840.10008.1.2.4.112", Codec.OTHER, "JPEG XL"),
  MPEG2("1.2.840.10008.1.2.4.100", Codec.OTHER, "MPEG-2 video"),
  MPEG2_HIGH("1.2.840.10008.1.2.4.101", Codec.OTHER, "MPEG-2 video"),
  MPEG4("1.2.840.10008.1.2.4.102", Codec.OTHER, "MPEG-4 video"),
  MPEG4_BD("1.2.840.10008.1.2.4.103", Codec.OTHER, "MPEG-4 video"),
  MPEG4_2D("1.2.840.10008.1.2.4.104", Codec.OTHER, "MPEG-4 video"),
  MPEG4_3D("1.2.840.10008.1.2.4.105", Codec.OTHER, "MPEG-4 video"),
  MPEG4_STEREO("1.2.840.10008.1.2.4.106", Codec.OTHER, "MPEG-4 video"),
  HEVC("1.2.840.10008.1.2.4.107", Codec.OTHER, "HEVC video"),
  HEVC_10("1.2.840.10008.1.2.4.108", Codec.OTHER, "HEVC video"),
  DEFLATED_FRAMES("1.2.840.10008.1.2.8.1", Codec.OTHER, "deflated frames"),
  /** All retired kinds of JPEG, 1.2.840.10008.1.2.4.52 to .66. */
  JPEG_RETIRED("1.2.840.10008.1.2.4.5", Codec.OTHER, "a retired kind of JPEG"),
  UNKNOWN("", Codec.OTHER, "a way that is private or that RadCAM does not know");

  private static final String JPEG_PREFIX = "1.2.840.10008.1.2.4.";

  private final String uid;
  private final Codec codec;
  private final String words;

  TransferSyntax(String uid, Codec codec, String words) {
    this.uid = uid;
    this.codec = codec;
    this.words = words;
  }

  static TransferSyntax of(String uid) {
    Optional<TransferSyntax> known =
        Arrays.stream(values())
            .filter(syntax -> syntax != UNKNOWN && syntax.uid.equals(uid))
            .findFirst();
    boolean retired =
        uid.startsWith(JPEG_PREFIX) && uid.substring(JPEG_PREFIX.length()).matches("5[2-9]|6[0-6]");
    return known.orElse(retired ? JPEG_RETIRED : UNKNOWN);
  }

  Codec codec() {
    return codec;
  }

  boolean bigEndian() {
    return this == EXPLICIT_BIG_ENDIAN;
  }

  boolean explicit() {
    return this != IMPLICIT_LITTLE_ENDIAN;
  }

  /** Says that RadCAM does not decode this, and what to do. */
  ImageFormatException refused() {
    return refused(words);
  }

  static ImageFormatException refused(String words) {
    return new ImageFormatException(
        "The DICOM file's pixels are compressed ("
            + words
            + "), which RadCAM does not decode: decompress the file first, for example by \"gdcmconv"
            + " --raw IN OUT\" or DCMTK's dcmdjpeg, or open it in Weasis or Fiji and save it.");
  }

  /** How pixels are compressed. */
  enum Codec {
    NONE,
    RLE,
    JPEG,
    OTHER
  }
}
