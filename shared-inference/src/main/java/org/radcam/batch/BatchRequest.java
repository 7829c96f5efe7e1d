package org.radcam.batch;

import java.nio.file.Path;
import org.radcam.classify.ClassifyOptions;
import org.radcam.render.HeatStyle;

/**
 * What a user asks of one batch.
 *
 * @param input folder of images, with its sub-folders
 * @param output folder for the results; made where it does not exist. Results of the same request
 *     that it already holds are kept and not computed again.
 * @param options what to explain, and how
 * @param style how the overlays look
 */
public record BatchRequest(Path input, Path output, ClassifyOptions options, HeatStyle style) {}
