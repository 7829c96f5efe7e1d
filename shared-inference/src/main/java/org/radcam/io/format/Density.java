package org.radcam.io.format;

/**
 * Pixels per length along a row and down a column, as a file's "resolution" gives them.
 *
 * @param x along a row, per millimetre if {@code length}
 * @param y down a column, per millimetre if {@code length}
 * @param length whether the file says which length; otherwise only the ratio has a meaning
 */
public record Density(double x, double y, boolean length) {}
