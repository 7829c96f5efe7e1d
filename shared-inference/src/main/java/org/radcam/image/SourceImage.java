package org.radcam.image;

import java.util.Objects;

/**
 * One input image as it came from its file or host: stored values on the source grid, and what the
 * image says of itself.
 *
 * @param name how the user knows it (file name or window title), for tables and messages
 * @param volume stored values, before rescaling and inversion
 * @param traits what the image says of itself
 * @param placement whether its geometry is a place in the patient
 */
public record SourceImage(String name, Volume volume, ImageTraits traits, Placement placement) {
  public SourceImage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(traits, "traits");
    Objects.requireNonNull(placement, "placement");
  }

  /** An image of which nothing tells where it lies. */
  public SourceImage(String name, Volume volume, ImageTraits traits) {
    this(name, volume, traits, Placement.UNKNOWN);
  }

  /** This image on another grid of as many voxels. */
  public SourceImage on(Geometry grid) {
    return new SourceImage(name, new Volume(grid, volume.voxels()), traits, placement);
  }

  public Geometry geometry() {
    return volume.geometry();
  }
}
