package org.radcam.batch;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Classifier;

/**
 * Classifies every image of a folder with a model of one image role. Each slice of an image of
 * several is a case of its own. For the rest see {@link CaseBatch}.
 */
public final class FolderBatch {
  private FolderBatch() {}

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
    BatchRequest real = request.onRealPaths();
    String role = classifier.card().task().referenceRole().key();
    return CaseBatch.run(new FolderInput(real, role), real, classifier, progress);
  }
}
