package org.radcam.fiji.image;

import org.radcam.image.Mask;

/**
 * A region of interest on the whole volume of its image.
 *
 * @param name how the user knows it
 * @param mask its voxels, at least one
 * @param source where it was taken from, never {@link RegionSource#AUTO}
 */
public record Region(String name, Mask mask, RegionSource source) {}
