package org.radcam.zoo.train;

/**
 * What one step learns from.
 *
 * @param pixels (cases, 1, rows, columns)
 * @param targets (cases, classes): what the network should answer, times the case's weight
 * @param cases how many
 */
record Batch(float[] pixels, float[] targets, int cases) {}
