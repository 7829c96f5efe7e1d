package org.radcam.batch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.Result;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFile;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.model.ModelCard;

/**
 * Classifies every image of a folder with a model of one image role.
 *
 * <ul>
 *   <li>Each slice of an image of several is a case of its own.
 *   <li>A file that cannot be read or classified is a failed row with the reason; the run goes on.
 *   <li>A file whose results an earlier run of the same request left, all its slices, for the same
 *       content, is not computed again; a failed one is. Whatever else an earlier run left of a
 *       file is taken away before the file is computed, so that rows and files always belong
 *       together.
 *   <li>An output folder with the results of another request is refused, not mixed.
 *   <li>Cancelling keeps what is done.
 * </ul>
 */
public final class FolderBatch {
  private final BatchRequest request;
  private final Classifier classifier;
  private final ModelCard card;
  private final BatchTable table;

  /** By case: rows of this run, and of files that are gone but have results here. */
  private final NavigableMap<String, BatchRow> rows = new TreeMap<>();

  private int ok;
  private int failed;
  private int resumed;

  private FolderBatch(BatchRequest request, Classifier classifier) {
    this.request = request;
    this.classifier = classifier;
    this.card = classifier.card();
    this.table = new BatchTable(request.output().resolve("results.csv"), card.task());
  }

  /**
   * Runs a batch.
   *
   * @throws UserException if the folders or options cannot be used, or no file is there to classify
   * @throws CancellationException if the user cancelled; what is done is kept
   * @throws IOException if the table cannot be written
   */
  public static BatchSummary run(BatchRequest request, Classifier classifier, Progress progress)
      throws IOException {
    classifier.check(request.options());
    return new FolderBatch(request.onRealPaths(), classifier).run(progress);
  }

  private BatchSummary run(Progress progress) throws IOException {
    List<Path> files = BatchFiles.list(request.input(), request.output());
    if (files.isEmpty()) {
      throw new UserException("The folder '" + request.input() + "' holds no image.");
    }
    BatchClaim.of(request, classifier, table.file());
    rows.putAll(table.read());
    rows.values().removeIf(row -> !row.isOk());
    writeTable();
    for (int n = 0; n < files.size(); n++) {
      progress.checkCancelled();
      String name = CaseNames.ofFile(request.input(), files.get(n));
      progress.report((double) n / files.size(), (n + 1) + " of " + files.size() + ": " + name);
      classifyFile(files.get(n), name, progress);
    }
    progress.report(1, "Writing the table");
    writeTable();
    return new BatchSummary(table.file(), ok, failed, resumed);
  }

  private void classifyFile(Path path, String name, Progress progress) throws IOException {
    long start = System.nanoTime();
    ImageFile file;
    SourceImage image;
    try {
      file = ImageFiles.open(path);
      if (resume(name, file.sha256())) {
        return;
      }
      forget(name);
      image = file.decode();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      forget(name);
      add(failed(name, start, e));
      return;
    }
    int slices = image.geometry().size().slices();
    for (int k = 0; k < slices; k++) {
      progress.checkCancelled();
      Volume volume = slices == 1 ? image.volume() : image.volume().slice(k);
      String caseId = CaseNames.ofSlice(name, k + 1, slices);
      SourceImage slice = new SourceImage(caseId, volume, image.traits(), image.placement());
      add(classifySlice(slice, new Source(file.sha256(), slices), start));
      start = System.nanoTime();
    }
  }

  private BatchRow classifySlice(SourceImage slice, Source source, long start) {
    String role = card.task().referenceRole().key();
    CaseFolder folder = new CaseFolder(request.output(), slice.name());
    try {
      Result result =
          classifier.classify(Case.of(role, slice, Optional.empty()), request.options());
      folder.write(slice, result, source, request.style());
      return BatchRow.ok(slice.name(), result, seconds(start));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      folder.clear();
      return failed(slice.name(), start, e);
    }
  }

  /** Takes over the rows of a file that an earlier run finished, all its slices. */
  private boolean resume(String name, String digest) {
    List<BatchRow> earlier = rowsOf(name);
    boolean whole =
        !earlier.isEmpty()
            && earlier.stream()
                .allMatch(
                    row ->
                        new CaseFolder(request.output(), row.caseId())
                            .holdsResultOf(new Source(digest, earlier.size())));
    if (whole) {
      ok += earlier.size();
      resumed += earlier.size();
    }
    return whole;
  }

  /** Takes away what an earlier run left of a file: first the rows, then the files. */
  private void forget(String name) throws IOException {
    List<BatchRow> earlier = rowsOf(name);
    if (!earlier.isEmpty()) {
      earlier.forEach(row -> rows.remove(row.caseId()));
      writeTable();
      earlier.forEach(row -> new CaseFolder(request.output(), row.caseId()).clear());
    }
    new CaseFolder(request.output(), name).clear();
  }

  private List<BatchRow> rowsOf(String name) {
    List<BatchRow> of = new ArrayList<>();
    Optional.ofNullable(rows.get(name)).ifPresent(of::add);
    // Whatever begins with "name/" lies between these two; '0' follows '/'.
    for (BatchRow row : rows.subMap(name + "/", name + "0").values()) {
      if (CaseNames.isSliceOf(row.caseId(), name)) {
        of.add(row);
      }
    }
    return of;
  }

  private void writeTable() throws IOException {
    List<BatchRow> ordered = new ArrayList<>(rows.values());
    ordered.sort(Comparator.comparing(BatchRow::caseId, CaseNames.ORDER));
    table.write(ordered);
  }

  private BatchRow failed(String caseId, long start, Throwable problem) {
    return BatchRow.failed(caseId, card, classifier.device(), seconds(start), reason(problem));
  }

  private static String reason(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return "There is not enough memory for this image. Give Java more (-Xmx).";
    }
    if (problem instanceof UserException || problem instanceof UnreadableImageException) {
      return problem.getMessage();
    }
    if (problem instanceof InvalidPathException) {
      return "This system's locale cannot write the file's name. Use a UTF-8 locale (LC_ALL=C.UTF-8).";
    }
    // Anything else is a fault of the disk or of ours: its kind helps whoever looks for it.
    return problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }

  private void add(BatchRow row) throws IOException {
    if (row.isOk()) {
      ok++;
    } else {
      failed++;
    }
    rows.put(row.caseId(), row);
    table.append(row);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
