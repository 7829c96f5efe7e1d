package org.radcam.batch;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a batch ended.
 *
 * @param table the results table
 * @param patients table of the patients with several lesions, if there are any
 * @param ok cases with an answer, those of an earlier run included
 * @param failed cases without
 * @param resumed cases whose answer an earlier run had left
 */
public record BatchSummary(Path table, Optional<Path> patients, int ok, int failed, int resumed) {
  /** One sentence for the user. */
  public String sentence() {
    return ok
        + (ok == 1 ? " case" : " cases")
        + " classified"
        + (resumed > 0 ? " (" + resumed + " of them in an earlier run)" : "")
        + (failed > 0 ? ", " + failed + " failed" : "")
        + ". Results: "
        + table;
  }
}
