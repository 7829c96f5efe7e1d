package org.radcam.network.weights.mapping;

/**
 * What weights want of their input: grey values of 0 to 1 become (v - mean) / std.
 *
 * @param source whose weights want it, and where that is said
 */
public record InputScaling(double mean, double std, String source) {}
