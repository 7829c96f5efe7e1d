package org.radcam.zoo.phantom;

import java.util.Map;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * A synthetic case and the truth about it.
 *
 * @param images by image role
 * @param lesion where the lesion is, on the grid of the task's reference role; empty where there is
 *     none
 * @param label key of the task's class that is true
 * @param clinical clinical values by the key of the task's field
 */
public record Phantom(
    Map<String, SourceImage> images, Mask lesion, String label, Map<String, String> clinical) {
  public Phantom {
    images = Map.copyOf(images);
    clinical = Map.copyOf(clinical);
  }
}
