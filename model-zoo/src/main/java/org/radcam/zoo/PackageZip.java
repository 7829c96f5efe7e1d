package org.radcam.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.radcam.io.AtomicFiles;

/** A package's folder as one zip file, as bioimage.io software passes packages on. */
final class PackageZip {
  /** The oldest time that a zip knows, so that the same package makes the same bytes. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackageZip() {}

  /** Writes the folder's files to the zip's root, sorted by name; whole or not at all. */
  static void write(Path folder, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
    }
    AtomicFiles.write(
        target.toAbsolutePath(),
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Path file : files) {
            ZipEntry entry = new ZipEntry(file.getFileName().toString());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  /** Removes a folder of plain files, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
