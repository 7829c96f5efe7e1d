package org.radcam.classify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * The input for one patient or lesion.
 *
 * @param id how tables and files name it
 * @param images by the key of the task's image role
 * @param roi the region that the user drew, on the grid of the reference role's image
 * @param clinical clinical values by the key of the task's field, as typed
 */
public record Case(
    String id, Map<String, SourceImage> images, Optional<Mask> roi, Map<String, String> clinical) {
  public Case {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
  }

  /** A case of one image. */
  public static Case of(String role, SourceImage image, Optional<Mask> roi) {
    return new Case(image.name(), Map.of(role, image), roi, Map.of());
  }
}
