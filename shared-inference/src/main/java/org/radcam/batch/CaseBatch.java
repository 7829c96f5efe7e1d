package org.radcam.batch;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.Result;
import org.radcam.io.UnreadableImageException;

/**
 * Classifies many cases, one at a time, into a table and a folder of files for each.
 *
 * <ul>
 *   <li>A case that cannot be read or classified is a failed row with the reason; the run goes on.
 *   <li>What an earlier run of the same request answered, all cases of a source, for the same
 *       content, is not computed again; what failed is. Whatever else an earlier run left of a
 *       source is taken away before the source is computed, so that rows and files always belong
 *       together.
 *   <li>An output folder with the results of another request is refused, not mixed.
 *   <li>Cancelling keeps what is done.
 * </ul>
 */
public final class CaseBatch {
  private final BatchInput input;
  private final BatchRequest request;
  private final Classifier classifier;
  private final BatchTable table;

  /** By folder: rows of this run, and of sources that are gone but have results here. */
  private final NavigableMap<String, BatchRow> rows = new TreeMap<>();

  private int ok;
  private int failed;
  private int resumed;

  private CaseBatch(BatchInput input, BatchRequest request, Classifier classifier) {
    this.input = input;
    this.request = request;
    this.classifier = classifier;
    BatchColumns columns =
        input.hasPatients() ? new CaseColumns(classifier.card()) : BatchColumns.NONE;
    this.table =
        new BatchTable(request.output().resolve("results.csv"), classifier.card().task(), columns);
  }

  /**
   * Runs a batch.
   *
   * @param request its input only names what the results are of
   * @throws UserException if the input, the output folder or the options cannot be used
   * @throws CancellationException if the user cancelled; what is done is kept
   * @throws IOException if the table cannot be written
   */
  public static BatchSummary run(
      BatchInput input, BatchRequest request, Classifier classifier, Progress progress)
      throws IOException {
    classifier.check(request.options());
    return new CaseBatch(input, request, classifier).run(progress);
  }

  private BatchSummary run(Progress progress) throws IOException {
    List<CaseSource> sources = input.sources();
    BatchClaim.of(input, request, classifier, table.file());
    rows.putAll(table.read());
    rows.values().removeIf(row -> !row.isOk());
    writeTable();
    for (int n = 0; n < sources.size(); n++) {
      progress.checkCancelled();
      String name = sources.get(n).origin().name();
      progress.report((double) n / sources.size(), (n + 1) + " of " + sources.size() + ": " + name);
      classify(sources.get(n), progress);
    }
    progress.report(1, "Writing the table");
    writeTable();
    Optional<Path> patients = Optional.empty();
    if (input.hasPatients()) {
      patients = new PatientTable(request.output(), classifier.card()).write(of(sources));
    }
    return new BatchSummary(table.file(), patients, ok, failed, resumed);
  }

  private void classify(CaseSource source, Progress progress) throws IOException {
    long start = System.nanoTime();
    String digest;
    List<BatchCase> cases;
    int count;
    try {
      CaseSource.Content content = source.open();
      digest = content.sha256();
      if (resume(source, digest)) {
        return;
      }
      forget(source);
      cases = content.cases();
      count = cases.size();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      forget(source);
      add(failed(source.origin(), source.folder(), "", start, e));
      return;
    }
    for (int n = 0; n < count; n++) {
      progress.checkCancelled();
      add(classify(source.origin(), cases.get(n), new Source(digest, count), start));
      start = System.nanoTime();
    }
  }

  private BatchRow classify(CaseOrigin origin, BatchCase one, Source source, long start) {
    CaseFolder folder = new CaseFolder(request.output(), one.folder());
    CaseOrigin named = new CaseOrigin(one.name(), origin.patient(), origin.label());
    try {
      Case subject = one.subject().get();
      Result result = classifier.classify(subject, request.options());
      folder.write(subject, result, source, request.style(), input.everyGrid());
      return BatchRow.ok(
          one.folder(),
          named.name(),
          result,
          seconds(start),
          table.columns().cells(named, one.lesion(), Optional.of(result)));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      folder.clear();
      return failed(named, one.folder(), one.lesion(), start, e);
    }
  }

  /** Takes over the rows of a source that an earlier run finished, all its cases. */
  private boolean resume(CaseSource source, String digest) {
    List<BatchRow> earlier = rowsOf(source);
    boolean whole =
        !earlier.isEmpty()
            && earlier.stream()
                .allMatch(
                    row ->
                        new CaseFolder(request.output(), row.folder())
                            .holdsResultOf(new Source(digest, earlier.size())));
    if (whole) {
      ok += earlier.size();
      resumed += earlier.size();
    }
    return whole;
  }

  /** Takes away what an earlier run left of a source: first the rows, then the files. */
  private void forget(CaseSource source) throws IOException {
    List<BatchRow> earlier = rowsOf(source);
    if (!earlier.isEmpty()) {
      earlier.forEach(row -> rows.remove(row.folder()));
      writeTable();
      earlier.forEach(row -> new CaseFolder(request.output(), row.folder()).clear());
    }
    new CaseFolder(request.output(), source.folder()).clear();
  }

  private List<BatchRow> of(List<CaseSource> sources) {
    Set<BatchRow> own = new HashSet<>();
    sources.forEach(source -> own.addAll(rowsOf(source)));
    return ordered().stream().filter(own::contains).toList();
  }

  private List<BatchRow> rowsOf(CaseSource source) {
    String name = source.folder();
    List<BatchRow> of = new ArrayList<>();
    Optional.ofNullable(rows.get(name)).ifPresent(of::add);
    // Whatever begins with "name/" lies between these two; '0' follows '/'.
    for (BatchRow row : rows.subMap(name + "/", name + "0").values()) {
      if (CaseNames.isSliceOf(row.folder(), name)) {
        of.add(row);
      }
    }
    return of;
  }

  private List<BatchRow> ordered() {
    List<BatchRow> ordered = new ArrayList<>(rows.values());
    ordered.sort(Comparator.comparing(BatchRow::folder, input.order()));
    return ordered;
  }

  private void writeTable() throws IOException {
    table.write(ordered());
  }

  private BatchRow failed(
      CaseOrigin origin, String folder, String lesion, long start, Throwable problem) {
    return BatchRow.failed(
        folder,
        origin.name(),
        classifier.card(),
        classifier.device(),
        seconds(start),
        reason(problem),
        table.columns().cells(origin, lesion, Optional.empty()));
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
    rows.put(row.folder(), row);
    table.append(row);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
