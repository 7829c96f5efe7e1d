package org.radcam.network.weights.torch;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * The zip archive that {@code torch.save} writes since PyTorch 1.6: everything lies in one folder.
 * Nothing is ever unpacked to disk. Refused are:
 *
 * <ul>
 *   <li>a damaged or truncated archive, and more than {@value #MAX_ENTRIES} entries;
 *   <li>a name that is there twice, leads out of the archive, or is in another folder than the
 *       rest;
 *   <li>an entry that claims to unpack to more than {@value #MAX_RATIO} times its size, to more
 *       than 2 GB, or unpacks to something else than it claims;
 *   <li>numbers that are compressed, which PyTorch never does: a storage is never larger than what
 *       is in the file;
 *   <li>entries that together claim more than is in the file.
 * </ul>
 */
final class TorchArchive implements Closeable {
  private static final int MAX_ENTRIES = 200_000;

  /** Pickles, and a program's code, which PyTorch does compress: 10 to 1 would be a lot. */
  private static final int MAX_RATIO = 100;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private String folder;

  private TorchArchive(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens an archive and checks its list of entries.
   *
   * @param length of the file
   */
  static TorchArchive open(Path path, long length) throws IOException {
    TorchArchive archive;
    try {
      archive = new TorchArchive(new ZipFile(path.toFile()));
    } catch (ZipException | EOFException e) {
      throw new PickleRefusedException(
          "it is cut off or damaged, as its zip archive cannot be read");
    }
    try {
      archive.list(length);
      return archive;
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private void list(long length) {
    refuseIf(zip.size() > MAX_ENTRIES, "its archive has more than " + MAX_ENTRIES + " entries");
    long packed = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      refuseIf(
          name.startsWith("/")
              || name.contains("\\")
              || name.contains(":")
              || List.of(name.split("/")).contains(".."),
          "its archive has an entry that leads out of it");
      if (entry.isDirectory()) {
        continue;
      }
      int slash = name.indexOf('/');
      refuseIf(slash < 0, "it is a zip archive, but not one that PyTorch wrote");
      String top = name.substring(0, slash);
      folder = folder == null ? top : folder;
      refuseIf(!folder.equals(top), "it is a zip archive, but not one that PyTorch wrote");
      packed += checkSize(entry);
      String within = name.substring(slash + 1);
      refuseIf(
          within.startsWith("data/") && entry.getMethod() != ZipEntry.STORED,
          "its archive holds compressed numbers, which PyTorch does not write; in Python:"
              + " torch.save(torch.load(FILE), \"weights.pth\")");
      refuseIf(entries.put(within, entry) != null, "its archive has an entry twice");
    }
    refuseIf(packed > length, "its archive claims more than is in the file");
  }

  private static long checkSize(ZipEntry entry) {
    long size = entry.getSize();
    long packed = entry.getCompressedSize();
    refuseIf(
        size < 0 || packed < 0 || (entry.getMethod() == ZipEntry.STORED && size != packed),
        "its archive is damaged");
    refuseIf(
        size / MAX_RATIO > packed,
        "its archive unpacks to more than " + MAX_RATIO + " times its size (a zip bomb)");
    refuseIf(size > Integer.MAX_VALUE - 8, "its archive has an entry of more than 2 GB");
    return packed;
  }

  /** An entry of the archive's folder. */
  Optional<ZipEntry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Whether it is a TorchScript program, which has code beside its numbers. */
  boolean isScript() {
    return entries.containsKey("constants.pkl")
        || entries.keySet().stream().anyMatch(entry -> entry.startsWith("code/"));
  }

  /** The content of an entry, which grows with what is really there. */
  byte[] content(ZipEntry entry) throws IOException {
    byte[] content;
    boolean more;
    try (InputStream in = zip.getInputStream(entry)) {
      content = in.readNBytes((int) entry.getSize());
      more = in.read() >= 0;
    } catch (ZipException | EOFException e) {
      throw new PickleRefusedException("its archive is damaged");
    }
    refuseIf(
        more || content.length != entry.getSize(),
        "its archive is damaged: an entry is not as long as it claims");
    return content;
  }

  private static void refuseIf(boolean bad, String why) {
    if (bad) {
      throw new PickleRefusedException(why);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
