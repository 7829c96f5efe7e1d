package org.radcam.batch;

/**
 * What a case came from.
 *
 * @param sha256 {@link CaseSource.Content#sha256}
 * @param cases how many it holds
 */
record Source(String sha256, int cases) {}
