package org.radcam.fiji;

import ij.ImagePlus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.classify.Case;
import org.radcam.classify.CaseSpace;
import org.radcam.classify.Warning;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.image.SourceImage;
import org.radcam.model.ModelCard;

/** What a run is to classify, known and checked before the model is loaded. */
final class CasePlan {
  /** How a case without an image is called. */
  private static final String VALUES = "clinical values";

  private final List<RoleImage> images;
  private final List<PlannedCase> cases;
  private final Map<String, SourceImage> volumes;
  private final boolean each;

  private CasePlan(
      List<RoleImage> images,
      List<PlannedCase> cases,
      Map<String, SourceImage> volumes,
      boolean each) {
    this.images = images;
    this.cases = List.copyOf(cases);
    this.volumes = volumes;
    this.each = each;
  }

  /**
   * Plans a run.
   *
   * @param images those of the model's roles, the reference image first; none where the model
   *     answers from clinical values alone
   * @throws org.radcam.UserException if there is no region where one is needed, or an image is not
   *     what the model takes
   */
  static CasePlan of(ModelCard card, TaskSettings settings, List<RoleImage> images) {
    if (images.isEmpty()) {
      return new CasePlan(images, List.of(valuesAlone(settings)), Map.of(), false);
    }
    RoleImage reference = images.get(0);
    CaseRegions regions = new CaseRegions(card.task(), settings.region());
    if (card.takesVolumes()) {
      Map<String, SourceImage> volumes = VolumeCases.read(images);
      SourceImage first = volumes.get(reference.role().key());
      List<Region> found = regions.of(reference, first::geometry, () -> first);
      List<PlannedCase> cases = VolumeCases.of(reference, volumes, found, settings.clinical());
      // All cases have these images: what speaks against one speaks against all.
      CaseSpace.of(card, cases.get(0).inputs().get(), /* acceptFrames= */ true);
      return new CasePlan(images, cases, volumes, settings.region().each());
    }
    SliceCases slices = new SliceCases(images, settings.clinical());
    List<Region> found = regions.of(reference, slices::grid, slices::file);
    boolean lesions = TaskOptions.hasLesions(card.task());
    return new CasePlan(
        images,
        lesions ? slices.lesions(found) : slices.slices(settings.allSlices(), found),
        Map.of(),
        settings.region().each());
  }

  /** A case without an image; a region that is there is of no use to it. */
  private static PlannedCase valuesAlone(TaskSettings settings) {
    return new PlannedCase(
        VALUES,
        Optional.empty(),
        VALUES,
        0,
        1,
        Optional.empty(),
        () -> new Case(VALUES, Map.of(), Optional.empty(), settings.clinical()));
  }

  /** In the order in which they are done; at least one. */
  List<PlannedCase> cases() {
    return cases;
  }

  /** Whether the cases are the lesions of one patient. */
  boolean lesions() {
    return each;
  }

  /** What makes every case's answer less trustworthy, beside what the model itself warns of. */
  List<Warning> warnings() {
    return volumes.isEmpty() ? List.of() : VolumeCases.doubts(images);
  }

  /** Whether the user is looking at the region: it is the selection. */
  boolean ofSelection() {
    return cases.stream()
        .flatMap(one -> one.lesion().stream())
        .anyMatch(region -> region.source() == RegionSource.SELECTION);
  }

  /** How the table names all cases together. */
  String label() {
    return images.isEmpty() ? VALUES : images.get(0).name();
  }

  /** What a heat map is about; empty where the image, or each slice of it, is one case. */
  String subject(PlannedCase one) {
    return each ? one.lesion().map(Region::name).orElse("") : "";
  }

  /**
   * Why the images cannot be laid over each other as they lie, as a sentence: their frames of
   * reference differ, so that the same place has other coordinates in each.
   */
  Optional<String> frames() {
    for (RoleImage one : images) {
      for (RoleImage other : images) {
        SourceImage first = volumes.get(one.role().key());
        SourceImage second = volumes.get(other.role().key());
        if (first != null && second != null && first.placement().contradicts(second.placement())) {
          return Optional.of(
              "'"
                  + one.name()
                  + "' and '"
                  + other.name()
                  + "' are in differing frames of reference: they come from differing examinations,"
                  + " or the patient was moved between them, so their places cannot be compared.");
        }
      }
    }
    return Optional.empty();
  }

  /** What a person is to be asked about first. */
  Set<Warning> doubts() {
    Doubts doubts = new Doubts();
    if (images.isEmpty()) {
      return doubts.toAskAbout();
    }
    Map<String, SourceImage> first =
        volumes.isEmpty() ? cases.get(0).inputs().get().images() : volumes;
    doubts.lookAt(images, first);
    Optional<ImagePlus> open = images.get(0).open();
    if (volumes.isEmpty() && open.isPresent()) {
      List<Integer> further = cases.stream().skip(1).map(PlannedCase::slice).distinct().toList();
      doubts.lookAtHeaders(images.get(0).role(), open.get(), further);
    }
    return doubts.toAskAbout();
  }
}
