package org.radcam.batch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.classify.Classifier;
import org.radcam.classify.ResultJson;
import org.radcam.io.AtomicFiles;
import org.radcam.model.ModelCard;

/**
 * The note in an output folder, {@code batch.json}, that says what its results are of. Refused are
 *
 * <ul>
 *   <li>a folder with the results of another input, model, card, version of RadCAM or options:
 *       results are never mixed;
 *   <li>a folder with a table that no batch left.
 * </ul>
 */
final class BatchClaim {
  static final String FILE = "batch.json";

  private BatchClaim() {}

  /** Leaves the note, or checks the one that is there. */
  static void of(BatchInput input, BatchRequest request, Classifier classifier, Path table)
      throws IOException {
    Path file = request.output().resolve(FILE);
    String text = text(input, request, classifier);
    if (!Files.exists(file)) {
      if (Files.exists(table)) {
        throw new UserException(
            "The folder '"
                + request.output()
                + "' holds a "
                + table.getFileName()
                + " that no batch of RadCAM left. Choose another output folder.");
      }
      AtomicFiles.writeString(file, text);
    } else if (!Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
      throw new UserException(
          "The folder '"
              + request.output()
              + "' holds the results of another input, model, version or options (see "
              + FILE
              + " there). Choose another output folder.");
    }
  }

  private static String text(BatchInput input, BatchRequest request, Classifier classifier) {
    ModelCard card = classifier.card();
    JsonObject json = new JsonObject();
    json.addProperty("radcam_version", Version.current());
    json.addProperty("input", request.input().toString());
    json.addProperty("task", card.task().key());
    json.addProperty("model", card.id());
    json.addProperty("standing", card.standing().sentence());
    json.addProperty("weights_sha256", classifier.weightsSha256());
    json.addProperty("card_sha256", card.fingerprint());
    json.addProperty("method", request.options().method());
    json.addProperty("heat_map", request.options().explain().wanted());
    json.addProperty("heat_map_of", request.options().explain().classKey().orElse("predicted"));
    json.addProperty("contributions", request.options().contributions());
    json.addProperty("accept_frames", request.options().acceptFrames());
    json.addProperty("colours", request.style().colours().title());
    json.addProperty("opacity", request.style().opacity());
    json.addProperty("threshold", request.style().threshold());
    input.claim(json);
    return ResultJson.text(json);
  }
}
