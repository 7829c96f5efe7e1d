package org.radcam.batch;

import java.io.IOException;
import java.util.List;

/**
 * What stands or falls as a whole in a batch: a file of a folder with its slices, or a row of a
 * manifest with its lesions. Nothing is read before {@link #open}.
 */
public interface CaseSource {
  /** What tables say of it whether or not it can be read. */
  CaseOrigin origin();

  /**
   * Folder of its results below the output folder, with forward slashes, another for each source:
   * its own if it is one case, else that of the folders 1, 2, 3 ... of its cases.
   */
  String folder();

  /**
   * Reads it.
   *
   * @throws IOException if a file cannot be read
   * @throws org.radcam.UserException if it is no case, in the user's words
   */
  Content open() throws IOException;

  /** What was read: enough to tell whether there are results of it already. */
  interface Content {
    /** Digest of all that an answer depends on and of all that the table says of it. */
    String sha256();

    /**
     * Its cases, at least one; called at most once. Each is made when the list is asked for it, so
     * that one at a time is in memory.
     *
     * @throws IOException if a file cannot be decoded
     * @throws org.radcam.UserException if it is no case, in the user's words
     */
    List<BatchCase> cases() throws IOException;
  }
}
