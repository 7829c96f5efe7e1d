package org.radcam.batch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.classify.ResultJson;
import org.radcam.io.AtomicFiles;
import org.radcam.model.ModelCard;

/**
 * The note in a folder of single results, {@code results.json}, that says which model they are of,
 * and what each image held. Refused are
 *
 * <ul>
 *   <li>a folder with the results of another model, card or version of RadCAM;
 *   <li>a folder with a table that nobody left such a note for;
 *   <li>another image of a name that is there already: its results would replace those of the
 *       first, perhaps another patient.
 * </ul>
 */
final class ResultClaim {
  static final String FILE = "results.json";
  private static final String MODEL = "results_of";
  private static final String IMAGES = "images";

  private final Path output;
  private final JsonObject model;
  private final Map<String, String> images;

  private ResultClaim(Path output, JsonObject model, Map<String, String> images) {
    this.output = output;
    this.model = model;
    this.images = images;
  }

  /** Reads the note that is there, if there is one; writes nothing. */
  static ResultClaim of(Path output, ModelCard card, Path table) throws IOException {
    Path file = output.resolve(FILE);
    JsonObject model = model(card);
    Map<String, String> images = new TreeMap<>();
    if (Files.exists(file)) {
      JsonObject there = read(file, images);
      if (!model.equals(there.get(MODEL))) {
        throw new UserException(
            "The folder '"
                + output
                + "' holds the results of another model or version (see "
                + FILE
                + " there). Choose another folder.");
      }
    } else if (Files.exists(table)) {
      throw new UserException(
          "The folder '"
              + output
              + "' holds a "
              + table.getFileName()
              + " of which is not known what it is of. Choose another folder.");
    }
    return new ResultClaim(output, model, images);
  }

  /**
   * Notes images.
   *
   * @param digests of what they hold, by their names
   * @throws UserException if one of these names is another image's
   */
  void add(Map<String, String> digests) throws IOException {
    digests.forEach(
        (name, digest) -> {
          if (!images.getOrDefault(name, digest).equals(digest)) {
            throw new UserException(
                "The folder '"
                    + output
                    + "' holds the results of another input of the name '"
                    + name
                    + "', perhaps another patient's. Give this one another name (in Fiji:"
                    + " Image > Rename...), or choose another folder.");
          }
        });
    images.putAll(digests);
    JsonObject json = new JsonObject();
    json.add(MODEL, model);
    JsonObject names = new JsonObject();
    images.forEach(names::addProperty);
    json.add(IMAGES, names);
    AtomicFiles.writeString(output.resolve(FILE), ResultJson.text(json));
  }

  private static JsonObject read(Path file, Map<String, String> images) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      json.getAsJsonObject(IMAGES)
          .entrySet()
          .forEach(image -> images.put(image.getKey(), image.getValue().getAsString()));
      return json;
    } catch (RuntimeException e) {
      // Not JSON, or not of this form.
      throw new UserException(
          "'" + file + "' is no note of RadCAM's results. Choose another folder.", e);
    }
  }

  private static JsonObject model(ModelCard card) {
    JsonObject json = new JsonObject();
    json.addProperty("radcam_version", Version.current());
    json.addProperty("task", card.task().key());
    json.addProperty("model", card.id());
    json.addProperty("standing", card.standing().sentence());
    json.addProperty("weights_sha256", card.weights().orElseThrow().sha256());
    json.addProperty("card_sha256", card.fingerprint());
    return json;
  }
}
