package org.radcam.zoo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.batch.BatchSummary;
import org.radcam.batch.CaseBatch;
import org.radcam.classify.Classifier;

/**
 * Classifies the cases of a manifest, in the format that training reads. What it leaves and how it
 * goes on after a break, {@link CaseBatch} says.
 */
public final class ManifestBatch {
  private ManifestBatch() {}

  /**
   * Runs a batch.
   *
   * @param request its input is the manifest
   * @throws UserException if the manifest as a whole, the folder or the options cannot be used; a
   *     single bad row is a failed row of the table
   * @throws CancellationException if the user cancelled; what is done is kept
   * @throws IOException if the table cannot be written
   */
  public static BatchSummary run(
      BatchRequest request, ManifestSettings settings, Classifier classifier, Progress progress)
      throws IOException {
    classifier.check(request.options());
    if (!Files.isRegularFile(request.input())) {
      throw new UserException("There is no manifest '" + request.input() + "'.");
    }
    Path manifest = request.input().toRealPath();
    // Before the output folder is made: a manifest that is wrong leaves nothing behind.
    ManifestInput input = ManifestInput.read(manifest, classifier.card(), settings);
    Path output = Files.createDirectories(request.output()).toRealPath();
    return CaseBatch.run(
        input,
        new BatchRequest(manifest, output, request.options(), request.style()),
        classifier,
        progress);
  }
}
