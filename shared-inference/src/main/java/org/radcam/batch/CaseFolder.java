package org.radcam.batch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.ResultJson;
import org.radcam.image.SourceImage;
import org.radcam.io.AtomicFiles;
import org.radcam.io.FloatTiff;
import org.radcam.io.PngImages;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;

/**
 * The files of one case: {@code overlay.png}, {@code heatmap.tif} and {@code result.json}. The JSON
 * is written last, so where it stands the others are whole; it carries the digest of the source
 * file, so that a later run sees whether it still speaks of the same image.
 */
final class CaseFolder {
  private static final String RESULT = "result.json";
  private static final String HEAT_MAP = "heatmap.tif";
  private static final String OVERLAY = "overlay.png";
  private static final String SOURCE = "source";

  private final Path output;
  private final String caseId;

  CaseFolder(Path output, String caseId) {
    this.output = output;
    this.caseId = caseId;
  }

  /**
   * Asked for anew each time, because it may fail: a system whose locale lacks a letter of the name
   * lists the file, but makes no path of its name.
   */
  private Path folder() {
    return output.resolve(caseId);
  }

  /** Whether this is a whole result of a file with that content. */
  boolean holdsResultOf(Source source) {
    try {
      String text = Files.readString(folder().resolve(RESULT), StandardCharsets.UTF_8);
      JsonObject json = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject(SOURCE);
      return source.sha256().equals(json.get("sha256").getAsString())
          && source.slices() == json.get("slices").getAsInt();
    } catch (IOException | RuntimeException e) {
      // No result, or something else under its name: either way there is nothing to resume.
      return false;
    }
  }

  /** Takes the case's files away; what else is in the folder stays. */
  void clear() {
    try {
      for (String file : List.of(RESULT, HEAT_MAP, OVERLAY)) {
        Files.deleteIfExists(folder().resolve(file));
      }
      Files.deleteIfExists(folder());
    } catch (IOException | InvalidPathException e) {
      // A folder that is not empty, files in use, or no folder that this system can have: without
      // their row they count for nothing.
    }
  }

  void write(SourceImage image, Result result, Source source, HeatStyle style) throws IOException {
    Files.createDirectories(folder());
    Files.deleteIfExists(folder().resolve(RESULT));
    Optional<HeatMap> map = result.heatMap();
    if (map.isPresent()) {
      BufferedImage overlay =
          HeatMapRenderer.overlay(
              image.volume(), image.traits().storedBrightness(), map.get().displayed(), 0, style);
      PngImages.write(folder().resolve(OVERLAY), overlay);
      FloatTiff.write(folder().resolve(HEAT_MAP), map.get().onSource());
    }
    JsonObject json = ResultJson.toJson(result);
    JsonObject sourceJson = new JsonObject();
    sourceJson.addProperty("sha256", source.sha256());
    sourceJson.addProperty("slices", source.slices());
    json.add(SOURCE, sourceJson);
    AtomicFiles.writeString(folder().resolve(RESULT), ResultJson.text(json));
  }
}
