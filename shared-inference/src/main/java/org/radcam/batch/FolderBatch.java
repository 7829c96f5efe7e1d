package org.radcam.batch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.Result;
import org.radcam.classify.ResultJson;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;
import org.radcam.io.Digests;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.model.ModelCard;

/**
 * Classifies every image of a folder with a model of one image role.
 *
 * <ul>
 *   <li>Each slice of an image of several is a case of its own.
 *   <li>A file that cannot be read or classified is a failed row with the reason; the run goes on.
 *   <li>A case whose result an earlier run of the same request left, for the same file content, is
 *       not computed again; a failed one is.
 *   <li>An output folder with the results of another input folder, model or options is refused, not
 *       mixed.
 *   <li>Cancelling keeps what is done.
 * </ul>
 */
public final class FolderBatch {
  private static final String TABLE = "results.csv";
  private static final String REQUEST = "batch.json";

  private final BatchRequest request;
  private final Classifier classifier;
  private final ModelCard card;
  private final BatchTable table;
  private final List<BatchRow> rows = new ArrayList<>();
  private Map<String, BatchRow> earlier = Map.of();
  private int resumed;

  private FolderBatch(BatchRequest request, Classifier classifier) {
    this.request = request;
    this.classifier = classifier;
    this.card = classifier.card();
    this.table = new BatchTable(request.output().resolve(TABLE), card.task());
  }

  /**
   * Runs a batch.
   *
   * @throws UserException if the folders cannot be used, or no file is there to classify
   * @throws CancellationException if the user cancelled; what is done is kept
   * @throws IOException if results cannot be written
   */
  public static BatchSummary run(BatchRequest request, Classifier classifier, Progress progress)
      throws IOException {
    return new FolderBatch(request, classifier).run(progress);
  }

  private BatchSummary run(Progress progress) throws IOException {
    List<Path> files = BatchFiles.list(request.input(), request.output());
    if (files.isEmpty()) {
      throw new UserException("The folder '" + request.input() + "' holds no image.");
    }
    Files.createDirectories(request.output());
    claimOutput();
    earlier = table.read();
    earlier.values().removeIf(row -> !row.isOk());
    table.write(earlier.values());
    for (int n = 0; n < files.size(); n++) {
      progress.checkCancelled();
      String name = BatchFiles.caseName(request.input(), files.get(n));
      progress.report((double) n / files.size(), (n + 1) + " of " + files.size() + ": " + name);
      classifyFile(files.get(n), name, progress);
    }
    progress.report(1, "Writing the table");
    // Rows of files that are gone from the input stay: their results are still here.
    Map<String, BatchRow> all = new TreeMap<>(earlier);
    rows.forEach(row -> all.put(row.caseId(), row));
    table.write(all.values());
    int ok = (int) rows.stream().filter(BatchRow::isOk).count();
    return new BatchSummary(request.output().resolve(TABLE), ok, rows.size() - ok, resumed);
  }

  /** Leaves the request in the output folder, or checks that it is the one that is there. */
  private void claimOutput() throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("input", request.input().toAbsolutePath().normalize().toString());
    json.addProperty("task", card.task().key());
    json.addProperty("model", card.id());
    json.addProperty("weights_sha256", classifier.weightsSha256());
    json.addProperty("method", request.options().method());
    json.addProperty("heat_map_of", request.options().explain().toString());
    json.addProperty("style", request.style().toString());
    String text = ResultJson.text(json);
    Path file = request.output().resolve(REQUEST);
    if (Files.exists(file)) {
      if (!Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
        throw new UserException(
            "The folder '"
                + request.output()
                + "' holds the results of another input folder, model or options (see "
                + REQUEST
                + " there). Choose another output folder.");
      }
      return;
    }
    if (Files.exists(request.output().resolve(TABLE))) {
      throw new UserException(
          "The folder '"
              + request.output()
              + "' holds a "
              + TABLE
              + " that no batch of RadCAM left. Choose another output folder.");
    }
    AtomicFiles.writeString(file, text);
  }

  private void classifyFile(Path file, String name, Progress progress) throws IOException {
    long start = System.nanoTime();
    String digest;
    SourceImage image;
    try {
      digest = Digests.sha256(file);
      if (resume(name, digest)) {
        return;
      }
      image = ImageFiles.read(file);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      add(failed(name, start, e));
      return;
    }
    int slices = image.geometry().size().slices();
    for (int k = 0; k < slices; k++) {
      progress.checkCancelled();
      Volume volume = slices == 1 ? image.volume() : image.volume().slice(k);
      SourceImage slice = new SourceImage(caseName(name, k, slices), volume, image.traits());
      classifySlice(slice, new Source(digest, slices), start);
      start = System.nanoTime();
    }
  }

  private void classifySlice(SourceImage slice, Source source, long start) throws IOException {
    String role = card.task().referenceRole().key();
    BatchRow row;
    try {
      Result result =
          classifier.classify(Case.of(role, slice, Optional.empty()), request.options());
      new CaseFolder(request.output(), slice.name()).write(slice, result, source, request.style());
      row = BatchRow.ok(slice.name(), result, seconds(start));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      row = failed(slice.name(), start, e);
    }
    add(row);
  }

  /** Takes over the rows of a file that an earlier run finished, all its slices. */
  private boolean resume(String name, String digest) {
    List<BatchRow> done = new ArrayList<>();
    int slices = new CaseFolder(request.output(), firstCase(name)).slicesOf(digest);
    for (int k = 0; k < slices; k++) {
      BatchRow row = earlier.get(caseName(name, k, slices));
      if (row == null
          || new CaseFolder(request.output(), row.caseId()).slicesOf(digest) != slices) {
        return false;
      }
      done.add(row);
    }
    rows.addAll(done);
    resumed += done.size();
    return !done.isEmpty();
  }

  /** The case that stands first for a file: the file itself, or its first slice. */
  private String firstCase(String name) {
    return earlier.containsKey(name) ? name : caseName(name, 0, 2);
  }

  private static String caseName(String file, int slice, int slices) {
    return slices == 1 ? file : file + ":" + (slice + 1);
  }

  private BatchRow failed(String caseId, long start, Throwable problem) {
    return new BatchRow(
        caseId,
        card.task().key(),
        card.id(),
        "",
        List.of(),
        "",
        BatchTable.number(seconds(start), 3),
        classifier.device(),
        BatchRow.FAILED,
        reason(problem));
  }

  private static String reason(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return "There is not enough memory for this image. Give Java more (-Xmx).";
    }
    if (problem instanceof UserException || problem instanceof UnreadableImageException) {
      return problem.getMessage();
    }
    // Anything else is a fault of the disk or of ours: its kind helps whoever looks for it.
    return problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }

  private void add(BatchRow row) throws IOException {
    rows.add(row);
    table.append(row);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
