package org.radcam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.image.SourceImage;
import org.radcam.io.dicom.DicomImageReader;
import org.radcam.io.dicom.HeaderWords;
import org.radcam.io.dicom.SeriesAssembly;
import org.radcam.io.dicom.SeriesMember;
import org.radcam.io.dicom.SliceStack;
import org.radcam.io.format.ImageFormatException;

/**
 * A folder of DICOM files, by series.
 *
 * <ul>
 *   <li>Only the folder's own files count, not those of folders in it.
 *   <li>Files that are no DICOM, hidden ones, and DICOM without an image (reports, contours, a
 *       disc's index) are passed over; a DICOM file that cannot be read is an error that names the
 *       file, for without it slices may be missing.
 *   <li>{@link SliceStack} says which images are slices of one volume, {@link SeriesAssembly} what
 *       becomes of their values.
 * </ul>
 */
public final class SeriesFolder {
  /** No series has as many slices; a folder with more files is no folder of a series. */
  private static final int MOST_FILES = 20_000;

  private final String name;
  private final Map<String, List<Entry>> series = new TreeMap<>();

  private record Entry(Path file, SeriesMember member) {}

  /**
   * A series that was read.
   *
   * @param image its volume
   * @param sha256 the digest of its files' digests (hexadecimal), in the order of the slices
   */
  record Loaded(SourceImage image, String sha256) {}

  private SeriesFolder(String name) {
    this.name = name;
  }

  /**
   * Reads the headers of a folder's files.
   *
   * @throws UnreadableImageException where there is no DICOM image, or one that cannot be read
   */
  public static SeriesFolder open(Path folder) throws UnreadableImageException {
    SeriesFolder opened = new SeriesFolder(String.valueOf(folder.getFileName()));
    for (Path file : files(folder)) {
      try {
        if (FileKind.of(head(file)) == FileKind.DICOM) {
          SeriesMember.of(FileBytes.read(file))
              .ifPresent(
                  member ->
                      opened
                          .series
                          .computeIfAbsent(member.series(), uid -> new ArrayList<>())
                          .add(new Entry(file, member)));
        }
      } catch (IOException e) {
        throw ofFile(file, e);
      }
    }
    if (opened.series.isEmpty()) {
      throw new UnreadableImageException(
          "The folder holds no DICOM images (folders in it are not looked into).");
    }
    return opened;
  }

  private static List<Path> files(Path folder) throws UnreadableImageException {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> files =
          found
              .filter(
                  file ->
                      Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        throw new UnreadableImageException(
            String.format(
                Locale.ROOT,
                "The folder holds more than %,d files: put the images of one series into a folder"
                    + " of their own.",
                MOST_FILES));
      }
      return files;
    } catch (UnreadableImageException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableImageException(
          "The folder could not be read (" + e.getClass().getSimpleName() + ").", e);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileKind.HEAD);
    }
  }

  /** What a file of the folder is refused for, with its name. */
  private static UnreadableImageException ofFile(Path file, IOException e) {
    String reason =
        e instanceof ImageFormatException || e instanceof UnreadableImageException
            ? e.getMessage()
            : "It could not be read from its disk (" + e.getClass().getSimpleName() + ").";
    return new UnreadableImageException(
        "The folder's file '" + file.getFileName() + "' cannot be used. " + reason, e);
  }

  /** The folder's series, sorted by their UIDs. */
  public List<DicomSeries> list() {
    return series.entrySet().stream()
        .map(
            one ->
                new DicomSeries(
                    one.getKey(), one.getValue().get(0).member().modality(), one.getValue().size()))
        .toList();
  }

  /** The folder's only series. */
  Loaded read() throws UnreadableImageException {
    if (series.size() > 1) {
      throw new UnreadableImageException(
          "The folder holds "
              + series.size()
              + " series, and which of them is meant cannot be known: "
              + words()
              + ". Put the one into a folder of its own, or choose it by its Series Instance UID.");
    }
    return read(series.keySet().iterator().next());
  }

  /**
   * One series as a volume.
   *
   * @param uid Series Instance UID, as {@link #list} gives it
   * @throws UnreadableImageException as {@link ImageFiles#readSeries}
   */
  public SourceImage image(String uid) throws UnreadableImageException {
    return read(uid).image();
  }

  /** What the header of a series' first file says; see {@link HeaderWords}. */
  public Map<String, String> headerWords(String uid) throws UnreadableImageException {
    List<Entry> entries = series.get(uid);
    return entries == null ? Map.of() : ImageFiles.headerWords(entries.get(0).file());
  }

  private String words() {
    int shown = 10;
    String words =
        list().stream()
            .limit(shown)
            .map(
                one ->
                    (one.modality().isEmpty() ? "unknown modality" : one.modality())
                        + ", images: "
                        + one.images()
                        + ", UID "
                        + (one.uid().isEmpty() ? "absent" : one.uid()))
            .collect(Collectors.joining("; "));
    return series.size() > shown ? words + "; and others" : words;
  }

  /** One series. */
  Loaded read(String uid) throws UnreadableImageException {
    List<Entry> entries = series.get(uid);
    if (entries == null) {
      throw new UnreadableImageException(
          "The folder holds no series of this Series Instance UID; it holds: " + words() + ".");
    }
    try {
      SliceStack stack = SliceStack.of(entries.stream().map(Entry::member).toList());
      List<Path> sorted = stack.order().stream().map(index -> entries.get(index).file()).toList();
      return load(stack, sorted);
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    }
  }

  private Loaded load(SliceStack stack, List<Path> sorted)
      throws UnreadableImageException, ImageFormatException {
    SeriesAssembly assembly = new SeriesAssembly(name, stack);
    List<String> digests = new ArrayList<>();
    for (Path file : sorted) {
      try {
        byte[] bytes = FileBytes.read(file);
        digests.add(Digests.sha256(bytes));
        assembly.add(DicomImageReader.read(name, bytes));
      } catch (IOException e) {
        throw ofFile(file, e);
      }
    }
    return new Loaded(assembly.image(), Digests.sha256OfDigests(digests));
  }
}
