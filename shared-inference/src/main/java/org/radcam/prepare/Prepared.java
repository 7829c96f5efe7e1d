package org.radcam.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * An image somewhere on its way to the network.
 *
 * @param name the image's name, for messages
 * @param volume values so far, on the grid so far
 * @param traits what the image says of itself; a step that carries out a trait resets it
 * @param roi the region of interest, on the grid of the reference image
 * @param reference grid of the case's reference image
 * @param steps what has been done, in order
 */
public record Prepared(
    String name,
    Volume volume,
    ImageTraits traits,
    Optional<Mask> roi,
    Geometry reference,
    List<AppliedStep> steps) {
  public Prepared {
    steps = List.copyOf(steps);
  }

  public static Prepared begin(SourceImage image, Optional<Mask> roi, Geometry reference) {
    return new Prepared(image.name(), image.volume(), image.traits(), roi, reference, List.of());
  }

  /** This image after one more step. */
  public Prepared after(String step, Volume result, Map<String, Double> values) {
    List<AppliedStep> more = new ArrayList<>(steps);
    more.add(new AppliedStep(step, values, result.geometry()));
    return new Prepared(name, result, traits, roi, reference, more);
  }

  Prepared withTraits(ImageTraits other) {
    return new Prepared(name, volume, other, roi, reference, steps);
  }
}
