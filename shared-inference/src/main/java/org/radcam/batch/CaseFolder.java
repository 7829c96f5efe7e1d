package org.radcam.batch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.radcam.classify.Case;
import org.radcam.classify.RegionFacts;
import org.radcam.classify.Result;
import org.radcam.classify.ResultJson;
import org.radcam.io.AtomicFiles;
import org.radcam.render.HeatStyle;

/**
 * The files of one case: those of {@link HeatFiles} and {@code result.json}. The JSON is written
 * last, so where it stands the others are whole; it carries the digest of the source, so that a
 * later run sees whether it still speaks of the same images and values.
 */
final class CaseFolder {
  private static final String RESULT = "result.json";
  private static final String SOURCE = "source";

  private final Path output;
  private final String name;

  CaseFolder(Path output, String name) {
    this.output = output;
    this.name = name;
  }

  /**
   * Asked for anew each time, because it may fail: a system whose locale lacks a letter of the name
   * lists the file, but makes no path of its name.
   */
  private Path folder() {
    return output.resolve(name);
  }

  /** Whether this is a whole result of a source with that content. */
  boolean holdsResultOf(Source source) {
    try {
      JsonObject json = result().getAsJsonObject(SOURCE);
      return source.sha256().equals(json.get("sha256").getAsString())
          && source.cases() == json.get("cases").getAsInt();
    } catch (IOException | RuntimeException e) {
      // No result, or something else under its name: either way there is nothing to resume.
      return false;
    }
  }

  /** What the case's JSON says. */
  JsonObject result() throws IOException {
    String text = Files.readString(folder().resolve(RESULT), StandardCharsets.UTF_8);
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Whether a folder of that name is this one, or lies in it. */
  boolean holds(String other) {
    try {
      return output.resolve(other).normalize().startsWith(folder().normalize());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Takes the case's files away; what else is in the folder stays. */
  void clear() {
    try {
      if (Files.isDirectory(folder())) {
        deleteFiles();
        Files.deleteIfExists(folder());
      }
    } catch (IOException | InvalidPathException e) {
      // A folder that is not empty, files in use, or no folder that this system can have: without
      // their row they count for nothing.
    }
  }

  private void deleteFiles() throws IOException {
    Files.deleteIfExists(folder().resolve(RESULT));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            folder(), file -> HeatFiles.isOne(file.getFileName().toString()))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Writes all files of a case; those of an earlier one go first.
   *
   * @param everyGrid whether heat maps are wanted on the grid of every image
   */
  void write(Case subject, Result result, Source source, HeatStyle style, boolean everyGrid)
      throws IOException {
    Files.createDirectories(folder());
    deleteFiles();
    new HeatFiles(folder(), subject, result).write(style, everyGrid);
    JsonObject json = ResultJson.toJson(result);
    subject.roi().ifPresent(roi -> json.add("region", ResultJson.region(RegionFacts.of(roi))));
    JsonObject sourceJson = new JsonObject();
    sourceJson.addProperty("sha256", source.sha256());
    sourceJson.addProperty("cases", source.cases());
    json.add(SOURCE, sourceJson);
    AtomicFiles.writeString(folder().resolve(RESULT), ResultJson.text(json));
  }
}
