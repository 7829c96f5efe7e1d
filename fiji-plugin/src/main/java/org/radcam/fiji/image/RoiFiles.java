package org.radcam.fiji.image;

import ij.gui.Roi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.radcam.UserException;

/**
 * Reads files of ImageJ's regions: one in a {@code .roi} file, several in a ZIP archive, as the ROI
 * Manager saves them.
 *
 * <ul>
 *   <li>A file is known by its content, not by its name.
 *   <li>Entries of an archive that are no regions ({@code .roi}) are passed over.
 *   <li>Archives are bounded in number and size of entries, whatever they announce.
 * </ul>
 */
public final class RoiFiles {
  /** No user draws more by hand, and the ROI Manager is unusable with them. */
  private static final int MOST_ENTRIES = 10_000;

  /** A traced outline has 4 bytes a point; a million points surround any image. */
  private static final int MOST_BYTES = 1 << 23;

  private static final long MOST_BYTES_IN_ALL = 1L << 27;

  private RoiFiles() {}

  /** Whether a file is one of regions; a file that cannot be opened is not. */
  public static boolean holdsRegions(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return RoiBytes.startsLikeRoi(head) || isZip(head);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isZip(byte[] head) {
    return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * The regions of a file, at least one.
   *
   * @throws UserException naming the file, and the entry that is at fault
   */
  static List<Roi> read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      if (!isZip(head)) {
        try (InputStream again = Files.newInputStream(file)) {
          return List.of(RoiBytes.decode(bounded(again, name), name));
        }
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      return entries(zip, name);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(name, e); // a damaged archive, or names in no known character set
    }
  }

  private static List<Roi> entries(ZipInputStream zip, String file) throws IOException {
    List<Roi> regions = new ArrayList<>();
    long bytes = 0;
    int count = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      count++;
      if (count > MOST_ENTRIES || bytes > MOST_BYTES_IN_ALL) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "'%s' holds more than %,d files, or more than %,d MB: save fewer regions.",
                file,
                MOST_ENTRIES,
                MOST_BYTES_IN_ALL >> 20));
      }
      String name = entry.getName();
      if (!name.toLowerCase(Locale.ROOT).endsWith(".roi")) {
        continue;
      }
      byte[] content = bounded(zip, file + "/" + name);
      bytes += content.length;
      String region = name.substring(name.lastIndexOf('/') + 1);
      regions.add(RoiBytes.decode(content, region));
    }
    if (regions.isEmpty()) {
      throw new UserException(
          "'"
              + file
              + "' holds no region of ImageJ (.roi). Save them in the ROI Manager (More >>"
              + " Save...).");
    }
    return regions;
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw new UserException(
          "'" + name + "' is larger than " + (MOST_BYTES >> 20) + " MB, which no region is.");
    }
    return content;
  }

  private static UserException unreadable(String name, Exception e) {
    return new UserException(
        "The regions in '" + name + "' cannot be read: the file is damaged or of another kind.", e);
  }
}
