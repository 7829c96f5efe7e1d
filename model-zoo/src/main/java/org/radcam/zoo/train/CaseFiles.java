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
 * @param roi the region of interest, on the reference image's grid
 * @param lesion mask of the lesion on the same grid, the truth that heat maps are compared with
 */
public record CaseFiles(
    Map<String, Path> images, Optional<MaskSource> roi, Optional<MaskSource> lesion) {
  public CaseFiles {
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
  }

  /** A case of one image without a region. */
  static CaseFiles of(String role, Path image) {
    return new CaseFiles(Map.of(role, image), Optional.empty(), Optional.empty());
  }
}
