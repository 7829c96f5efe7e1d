package org.radcam.batch;

import java.util.function.Supplier;
import org.radcam.classify.Case;

/**
 * One case of a batch, with a row and a folder of its own.
 *
 * @param name as the table has it
 * @param lesion its number where it is one of several lesions, or could be; else empty
 * @param folder of its results below the output folder, with forward slashes
 * @param subject makes the case; throws {@link org.radcam.UserException} if it cannot be
 */
public record BatchCase(String name, String lesion, String folder, Supplier<Case> subject) {}
