package org.radcam.fiji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.Case;
import org.radcam.classify.Warning;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * The cases of a model that takes whole volumes: one, or one for each lesion. They share the
 * volumes.
 */
final class VolumeCases {
  private VolumeCases() {}

  /** Reads the images. */
  static Map<String, SourceImage> read(List<RoleImage> images) {
    Map<String, SourceImage> volumes = new LinkedHashMap<>();
    for (RoleImage image : images) {
      volumes.put(image.role().key(), image.volume());
    }
    return volumes;
  }

  /** What the images lost since they were opened, so that every answer is less trustworthy. */
  static List<Warning> doubts(List<RoleImage> images) {
    return images.stream()
        .flatMap(image -> image.open().flatMap(VolumeAdapter::doubt).stream())
        .map(doubt -> new Warning("place", doubt))
        .toList();
  }

  /**
   * The cases.
   *
   * @param reference the reference role's image
   * @param volumes all images, by role
   * @param regions on the reference image's grid; perhaps none
   */
  static List<PlannedCase> of(
      RoleImage reference,
      Map<String, SourceImage> volumes,
      List<Region> regions,
      Map<String, String> clinical) {
    if (regions.isEmpty()) {
      return List.of(planned(reference, volumes, Optional.empty(), Optional.empty(), clinical));
    }
    List<PlannedCase> cases = new ArrayList<>();
    for (Region region : regions) {
      Optional<String> part = regions.size() == 1 ? Optional.empty() : Optional.of(region.name());
      cases.add(planned(reference, volumes, part, Optional.of(region), clinical));
    }
    return cases;
  }

  private static PlannedCase planned(
      RoleImage reference,
      Map<String, SourceImage> volumes,
      Optional<String> part,
      Optional<Region> region,
      Map<String, String> clinical) {
    String id = reference.name() + part.map(lesion -> ", " + lesion).orElse("");
    return new PlannedCase(
        reference.name(),
        part,
        reference.name(),
        region.map(one -> largestSlice(one.mask()) + 1).orElse(1),
        1,
        region,
        () -> new Case(id, volumes, region.map(Region::mask), clinical));
  }

  /** The slice, from 0, on which a region has most voxels; the first of those that tie. */
  static int largestSlice(Mask mask) {
    int area = mask.geometry().size().columns() * mask.geometry().size().rows();
    int most = 0;
    int slice = 0;
    for (int k = 0; k < mask.geometry().size().slices(); k++) {
      int count = mask.voxels().get(k * area, (k + 1) * area).cardinality();
      if (count > most) {
        most = count;
        slice = k;
      }
    }
    return slice;
  }
}
