package org.radcam.batch;

/**
 * The file that a case came from.
 *
 * @param sha256 digest of its bytes
 * @param slices how many slices it holds, each a case of its own
 */
record Source(String sha256, int slices) {}
