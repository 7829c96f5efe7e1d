package org.radcam.zoo.train;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.io.MaskSource;

/**
 * The files of a case.
 *
 * @param images by image role; a folder holds one series of DICOM images
 * @param others images of the case that the recipe does not take, by image role: masks may be on
 *     the grid of one of them
 * @param roi the region of interest
 * @param lesion mask of the lesion, the truth that heat maps are compared with
 */
public record CaseFiles(
    Map<String, Path> images,
    Map<String, Path> others,
    Optional<MaskSource> roi,
    Optional<MaskSource> lesion) {
  public CaseFiles {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** A case of which the recipe takes every image. */
  CaseFiles(Map<String, Path> images, Optional<MaskSource> roi, Optional<MaskSource> lesion) {
    this(images, Map.of(), roi, lesion);
  }

  /** A case of one image without a region. */
  public static CaseFiles of(String role, Path image) {
    return new CaseFiles(Map.of(role, image), Optional.empty(), Optional.empty());
  }
}
