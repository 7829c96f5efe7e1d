package org.radcam.fiji;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** Phantom cases as files, made once for all tests. */
final class TaskPhantoms {
  private static final Map<String, Path> FOLDERS = new ConcurrentHashMap<>();

  private TaskPhantoms() {}

  /** A folder with one phantom of each of a task's classes, in the classes' order. */
  static Path folder(String taskKey, int cases) {
    return FOLDERS.computeIfAbsent(taskKey, key -> write(key, cases));
  }

  private static Path write(String taskKey, int cases) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "phantoms-" + taskKey);
      PhantomFolder.write(Phantoms.get(taskKey), PhantomFolder.Counts.of(cases), 7, folder);
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the folder's table. */
  static List<CSVRecord> rows(Path folder) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("labels.csv"), StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
