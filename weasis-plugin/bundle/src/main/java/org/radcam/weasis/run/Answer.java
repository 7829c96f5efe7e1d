package org.radcam.weasis.run;

import org.radcam.classify.Result;

/**
 * What came of a request.
 *
 * @param request what was asked
 * @param viewerCase what was classified
 * @param result the answer
 * @param seconds how long it took, reading the images included
 */
public record Answer(
    ClassifyRequest request, ViewerCase viewerCase, Result result, double seconds) {}
