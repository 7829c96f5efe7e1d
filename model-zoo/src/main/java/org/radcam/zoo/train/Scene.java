package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;

/**
 * The prepared images of a case, and where its lesion is.
 *
 * @param images slice by slice and row by row, all on one grid
 * @param lesion 1 inside and 0 outside on the same grid; empty where it is not known or there is
 *     none
 */
record Scene(List<float[]> images, Optional<float[]> lesion) {}
