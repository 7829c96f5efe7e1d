package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.SliceNames;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;

/**
 * The cases of a model that takes single slices.
 *
 * <ul>
 *   <li>Without lesions: the current slice of the reference image, or every one.
 *   <li>With lesions: the slice on which the lesion is largest, or the current one if it is as
 *       large there.
 *   <li>Other images are whole where they know their place, so that the model finds the slice that
 *       fits; otherwise their own current slice.
 * </ul>
 */
final class SliceCases {
  private final List<RoleImage> images;
  private final RoleImage reference;
  private final Map<String, String> clinical;

  /** Files by role, each read once. */
  private final Map<String, SourceImage> files = new HashMap<>();

  SliceCases(List<RoleImage> images, Map<String, String> clinical) {
    this.images = images;
    this.reference = images.get(0);
    this.clinical = clinical;
  }

  /** Slices of the reference image, without lesions. */
  List<PlannedCase> slices(boolean all, List<Region> regions) {
    Optional<Region> region = regions.stream().findFirst();
    List<Integer> slices =
        all ? IntStream.rangeClosed(1, count()).boxed().toList() : List.of(current());
    return slices.stream()
        .map(
            slice ->
                new PlannedCase(
                    name(slice),
                    Optional.empty(),
                    reference.name(),
                    slice,
                    slice,
                    Optional.empty(),
                    () -> of(slice, Optional.empty(), region)))
        .toList();
  }

  /** One case for each lesion. */
  List<PlannedCase> lesions(List<Region> regions) {
    List<PlannedCase> cases = new ArrayList<>();
    for (Region region : regions) {
      int slice = sliceOf(region.mask());
      Optional<String> name = regions.size() == 1 ? Optional.empty() : Optional.of(region.name());
      cases.add(
          new PlannedCase(
              name(slice),
              name,
              reference.name(),
              slice,
              slice,
              Optional.of(region),
              () -> of(slice, name, Optional.of(region))));
    }
    return cases;
  }

  private int sliceOf(Mask mask) {
    int largest = VolumeCases.largestSlice(mask);
    int now = reference.open().map(ImagePlus::getCurrentSlice).orElse(1) - 1;
    return 1
        + (onSlice(mask, now).cardinality() == onSlice(mask, largest).cardinality()
            ? now
            : largest);
  }

  private static BitSet onSlice(Mask mask, int k) {
    int area = mask.geometry().size().columns() * mask.geometry().size().rows();
    return mask.voxels().get(k * area, (k + 1) * area);
  }

  private int count() {
    return reference
        .open()
        .map(ImagePlus::getStackSize)
        .orElseGet(() -> file().geometry().size().slices());
  }

  SourceImage file() {
    return file(reference);
  }

  private SourceImage file(RoleImage image) {
    return files.computeIfAbsent(image.role().key(), role -> image.volume());
  }

  private int current() {
    if (reference.open().isPresent()) {
      return reference.open().get().getCurrentSlice();
    }
    if (count() > 1) {
      throw new UserException(
          "'"
              + reference.name()
              + "' has "
              + count()
              + " slices, and this model looks at one. Open the image and choose the slice.");
    }
    return 1;
  }

  private Case of(int slice, Optional<String> lesion, Optional<Region> region) {
    SourceImage first = slice(reference, slice);
    Map<String, SourceImage> all = new LinkedHashMap<>();
    all.put(reference.role().key(), first);
    for (RoleImage image : images.subList(1, images.size())) {
      all.put(image.role().key(), other(image));
    }
    Optional<Mask> mask =
        region
            .map(one -> new Mask(first.geometry(), onSlice(one.mask(), slice - 1)))
            .filter(one -> !one.isEmpty());
    String id = lesion.map(name -> first.name() + ", " + name).orElse(first.name());
    return new Case(id, all, mask, clinical);
  }

  private SourceImage slice(RoleImage image, int slice) {
    if (image.open().isPresent()) {
      return ImagePlusAdapter.slice(image.open().get(), slice);
    }
    SourceImage whole = file(image);
    int slices = whole.geometry().size().slices();
    return slices == 1
        ? whole
        : new SourceImage(
            whole.name() + ":" + slice,
            whole.volume().slice(slice - 1),
            whole.traits(),
            whole.placement());
  }

  private static SourceImage other(RoleImage image) {
    SourceImage whole = image.volume();
    Optional<ImagePlus> open = image.open();
    return open.isEmpty() || whole.placement().known()
        ? whole
        : ImagePlusAdapter.slice(open.get(), open.get().getCurrentSlice());
  }

  /** The grid of the whole reference image. */
  Geometry grid() {
    return reference.open().map(VolumeAdapter::grid).orElseGet(() -> file().geometry());
  }

  /** How people know a slice of the reference image. */
  private String name(int slice) {
    return reference
        .open()
        .map(image -> SliceNames.of(image, slice))
        .orElseGet(() -> count() == 1 ? reference.name() : reference.name() + ":" + slice);
  }
}
