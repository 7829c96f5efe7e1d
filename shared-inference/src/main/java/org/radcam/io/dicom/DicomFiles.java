package org.radcam.io.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * Recognises DICOM files (PS3.10) and gives their data set.
 *
 * <ul>
 *   <li>With the preamble and {@code DICM}, or beginning with the file meta information at once.
 *   <li>Without both: a data set that begins with group 0008, as archives of network messages have
 *       it, in any byte order.
 *   <li>Where the file names no transfer syntax, or the first element contradicts it, its first
 *       element tells whether value representations are explicit.
 *   <li>A deflated data set is inflated, up to the largest file that is read.
 * </ul>
 */
public final class DicomFiles {
  private static final int PREAMBLE = 128;
  private static final String MAGIC = "DICM";

  private static final Set<String> REPRESENTATIONS =
      Set.of(
          "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD", "OF",
          "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN",
          "UR", "US", "UT", "UV");

  /** The first element of a bare data set is a short one: a group length, a character set, ... */
  private static final int LONGEST_FIRST = 256;

  private DicomFiles() {}

  /** Whether a file that begins with these bytes is DICOM. */
  public static boolean looksLikeDicom(byte[] head) {
    return hasMagic(head) || startsWithMeta(head) || bare(head).isPresent();
  }

  /** A data set and how its pixels are compressed. */
  record Contents(DicomHeader meta, DicomHeader header, TransferSyntax syntax) {}

  /** Reads the attributes of a file that {@link #looksLikeDicom}. */
  static Contents parse(byte[] file) throws ImageFormatException {
    DicomHeader meta = new DicomHeader(file, /* bigEndian= */ false);
    int at = hasMagic(file) ? PREAMBLE + MAGIC.length() : 0;
    if (at > 0 || startsWithMeta(file)) {
      at = new DicomParser(file, /* bigEndian= */ false).metaInformation(at, meta);
    }
    Optional<TransferSyntax> named = meta.text(Tag.TRANSFER_SYNTAX).map(TransferSyntax::of);
    if (named.equals(Optional.of(TransferSyntax.DEFLATED))) {
      byte[] inflated = inflate(file, at);
      return new Contents(meta, new DicomParser(inflated, false).dataSet(0, true), named.get());
    }
    TransferSyntax syntax = named.orElseGet(() -> TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    boolean bigEndian = syntax.bigEndian();
    boolean explicit = syntax.explicit();
    if (named.isEmpty()) {
      bigEndian = file.length >= at + 2 && file[at] == 0 && file[at + 1] != 0;
      explicit = representationAt(file, at);
    } else if (!explicit) {
      explicit = representationAt(file, at);
    }
    return new Contents(meta, new DicomParser(file, bigEndian).dataSet(at, explicit), syntax);
  }

  private static boolean hasMagic(byte[] head) {
    return head.length >= PREAMBLE + MAGIC.length()
        && new String(head, PREAMBLE, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
  }

  private static boolean startsWithMeta(byte[] head) {
    return head.length >= 8 && head[0] == 2 && head[1] == 0 && representationAt(head, 0);
  }

  /** The length of the first element of a data set without any file header. */
  private static Optional<Integer> bare(byte[] head) {
    if (head.length < 8) {
      return Optional.empty();
    }
    boolean little = head[0] == 8 && head[1] == 0;
    boolean big = head[0] == 0 && head[1] == 8;
    if (!little && !big) {
      return Optional.empty();
    }
    if (representationAt(head, 0)) {
      int low = head[little ? 6 : 7] & 0xff;
      int high = head[little ? 7 : 6] & 0xff;
      return Optional.of((high << 8) | low).filter(length -> length <= LONGEST_FIRST);
    }
    int length = (head[4] & 0xff) | ((head[5] & 0xff) << 8);
    boolean plausible = little && head[6] == 0 && head[7] == 0 && length <= LONGEST_FIRST;
    return plausible ? Optional.of(length) : Optional.empty();
  }

  private static boolean representationAt(byte[] bytes, int element) {
    return bytes.length >= element + 6
        && REPRESENTATIONS.contains(new String(bytes, element + 4, 2, StandardCharsets.ISO_8859_1));
  }

  /** Inflates twice: first to count, so that a bomb allocates nothing. */
  private static byte[] inflate(byte[] file, int from) throws ImageFormatException {
    long length = inflateInto(file, from, new byte[1 << 16], /* keep= */ false);
    if (length > ImageLimits.MAX_FILE_BYTES) {
      throw new ImageFormatException(
          "The deflated DICOM file inflates to more than "
              + (ImageLimits.MAX_FILE_BYTES >> 20)
              + " MB, which RadCAM does not read.");
    }
    ImageLimits.checkMemory((double) length + file.length);
    byte[] inflated = new byte[(int) length];
    inflateInto(file, from, inflated, /* keep= */ true);
    return inflated;
  }

  private static long inflateInto(byte[] file, int from, byte[] into, boolean keep)
      throws ImageFormatException {
    Inflater inflater = new Inflater(/* nowrap= */ true);
    try {
      inflater.setInput(file, from, file.length - from);
      long total = 0;
      while (!inflater.finished() && total <= ImageLimits.MAX_FILE_BYTES) {
        int at = keep ? (int) total : 0;
        if (at == into.length && keep) {
          break;
        }
        int count = inflater.inflate(into, at, into.length - at);
        if (count == 0) {
          break; // the rest is cut off; the parser will say of what
        }
        total += count;
      }
      return total;
    } catch (DataFormatException e) {
      throw new ImageFormatException(
          "The DICOM file's deflated part is damaged: copy or export it again.", e);
    } finally {
      inflater.end();
    }
  }
}
