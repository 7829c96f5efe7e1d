package org.radcam.fiji;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** Phantom cases as files, one of each of a task's classes, made once for all tests. */
final class TaskPhantoms {
  private static final Map<String, TaskPhantoms> MADE = new ConcurrentHashMap<>();

  private final Task task;
  private final Path folder;

  private TaskPhantoms(Task task, Path folder) {
    this.task = task;
    this.folder = folder;
  }

  static TaskPhantoms of(String taskKey) {
    return MADE.computeIfAbsent(taskKey, TaskPhantoms::write);
  }

  private static TaskPhantoms write(String taskKey) {
    Task task = Tasks.get(taskKey);
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "phantoms-" + taskKey);
      PhantomFolder.write(
          Phantoms.get(taskKey), PhantomFolder.Counts.of(task.classes().size()), 7, folder);
      return new TaskPhantoms(task, folder.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** The true class of a case. */
  String label(int n) {
    return rows().get(n).get("label");
  }

  /** The file of an image. */
  Path image(int n, ImageRole role) {
    String column = task.roles().size() == 1 ? "image" : "image:" + role.key();
    return folder.resolve(rows().get(n).get(column));
  }

  Path mask(int n) {
    return folder.resolve(rows().get(n).get("mask"));
  }

  /** Options of a macro for the images of a case, by their files. */
  String images(int n) {
    Map<String, String> options = new LinkedHashMap<>();
    task.roles().forEach(role -> options.put(TaskOptions.of(role), image(n, role).toString()));
    return words(options);
  }

  /** The clinical value of a case; empty where it has none. */
  String clinical(int n, ClinicalField field) {
    return rows().get(n).isMapped(field.key()) ? rows().get(n).get(field.key()) : "";
  }

  /** Options of a macro for the region and the clinical values of a case. */
  String rest(int n) {
    Map<String, String> options = new LinkedHashMap<>();
    if (task.roi() == RoiPolicy.REQUIRED) {
      options.put(TaskOptions.MASK, mask(n).toString());
    }
    for (ClinicalField field : task.clinical()) {
      if (!clinical(n, field).isEmpty()) {
        options.put(field.key(), clinical(n, field));
      }
    }
    return words(options);
  }

  private static String words(Map<String, String> options) {
    StringBuilder words = new StringBuilder();
    options.forEach((key, value) -> words.append(key).append("=[").append(value).append("] "));
    return words.toString().strip();
  }

  private List<CSVRecord> rows() {
    return rows(folder);
  }

  /** The table of the cases. */
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
