package org.radcam.io;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.radcam.io.dicom.DicomFiles;

/** What a file is, by its content; its name may lie. */
enum FileKind {
  PNG,
  JPEG,
  TIFF,
  BMP,
  GIF,
  PNM,
  DICOM,
  NIFTI,
  NRRD,
  BIG_TIFF("a BigTIFF file: save it as TIFF of less than 4 GB"),
  JPEG_2000("a JPEG 2000 image: save it as PNG or TIFF"),
  ANALYZE(
      "an Analyze 7.5 header, which does not say which side of the patient is which: convert it to"
          + " NIfTI with a program that you trust to know"),
  WEBP("a WebP image: save it as PNG"),
  GZIP("a gzip archive of no NIfTI volume: unpack it first"),
  ZIP("a ZIP archive: unpack it first"),
  PDF("a PDF document: export its image as PNG"),
  HDF5("an HDF5 file: save its image as TIFF"),
  UNKNOWN(
      "of no kind that RadCAM knows; it reads DICOM, NIfTI, NRRD, TIFF, PNG, JPEG, BMP, GIF and"
          + " PNM");

  /** As many bytes as {@link #of} looks at. */
  static final int HEAD = 1024;

  private final Optional<String> refusal;

  FileKind() {
    this.refusal = Optional.empty();
  }

  FileKind(String refusal) {
    this.refusal = Optional.of(refusal);
  }

  /** What to say of a file that RadCAM does not read; empty for the kinds that it reads. */
  Optional<String> refusal() {
    return refusal;
  }

  /**
   * What a file is.
   *
   * @param head its first {@link #HEAD} bytes, or all
   */
  static FileKind of(byte[] head) {
    // First, for a DICOM file's preamble may be that of a TIFF file (PS3.10 7.1).
    if (DicomFiles.looksLikeDicom(head)) {
      return DICOM;
    }
    if (is(head, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (is(head, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (is(head, 0, "II*\0") || is(head, 0, "MM\0*")) {
      return TIFF;
    }
    if (is(head, 344, "n+1\0") || is(head, 4, "n+2\0")) {
      return NIFTI;
    }
    if (is(head, 344, "ni1\0") || is(head, 4, "ni2\0")) {
      return NIFTI;
    }
    return other(head);
  }

  private static FileKind other(byte[] head) {
    if (is(head, 0, "II+\0") || is(head, 0, "MM\0+")) {
      return BIG_TIFF;
    }
    if (is(head, 4, "jP  ") || is(head, 0, "\u00ffO\u00ffQ")) {
      return JPEG_2000;
    }
    if (is(head, 0, "GIF8")) {
      return GIF;
    }
    if (is(head, 0, "BM")) {
      return BMP;
    }
    if (head.length > 2 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6') {
      return head[2] == '#' || Character.isWhitespace(head[2]) ? PNM : UNKNOWN;
    }
    boolean header = is(head, 0, "\\\1\0\0") || is(head, 0, "\0\0\1\\"); // 348, NIfTI's too
    if (header && is(head, 38, "r")) {
      return ANALYZE;
    }
    if (is(head, 0, "RIFF") && is(head, 8, "WEBP")) {
      return WEBP;
    }
    if (is(head, 0, "NRRD000")) {
      return NRRD;
    }
    if (is(head, 0, "\u001f\u008b")) {
      return GZIP;
    }
    if (is(head, 0, "PK\u0003\u0004")) {
      return ZIP;
    }
    if (is(head, 0, "%PDF")) {
      return PDF;
    }
    return is(head, 0, "\u0089HDF") ? HDF5 : UNKNOWN;
  }

  private static boolean is(byte[] head, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (head[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
