package org.radcam.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.prepare.Percentiles;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;

/**
 * Decides whether a case can be given to a model, and what is doubtful about it.
 *
 * <p>Refused, with a {@link UserException}:
 *
 * <ul>
 *   <li>an image role of the model without an image ({@link CaseRoles}), or an image for a role
 *       that the task has not;
 *   <li>images that nothing tells how they lie to each other, or whose frames of reference differ
 *       ({@link CaseSpace} has the rules);
 *   <li>a region of interest that is missing where one is required (never by a model that takes no
 *       image), empty, or on another grid than the reference image;
 *   <li>a clinical value of the model that is missing where it may not be, or out of its range, or
 *       one that the task has not.
 * </ul>
 *
 * <p>Warned of, because the model was not made for it and will answer all the same:
 *
 * <ul>
 *   <li>{@code modality}, {@code body-part}, {@code view}: the image says that it is something
 *       else;
 *   <li>{@code description}: its description has a word that tells of something else;
 *   <li>{@code species}: the image says that the patient is an animal;
 *   <li>{@code colour}: a colour picture;
 *   <li>{@code aspect}: far wider or higher than such an image is;
 *   <li>{@code constant}: nearly all pixels have one value;
 *   <li>{@code small}: fewer pixels along a side than anything can be seen in;
 *   <li>{@code missing-sequence}: the model answers without some of its images, as its card allows;
 *   <li>{@code grid-assumed}, {@code frames}: images were taken to lie as {@link CaseSpace} says.
 * </ul>
 */
public final class CaseCheck {
  /** Share of pixels with one and the same value above which an image shows next to nothing. */
  private static final double CONSTANT_SHARE = 0.95;

  /** Radiographs have some thousand pixels a side; 64 is a thumbnail. */
  private static final int SMALL_SIDE = 64;

  private CaseCheck() {}

  /** Refuses the case or tells what is doubtful about it; differing frames are refused. */
  public static List<Warning> check(ModelCard card, Case subject) {
    return check(card, subject, /* acceptFrames= */ false);
  }

  /**
   * Refuses the case or tells what is doubtful about it.
   *
   * @param acceptFrames whether the user insists that images in differing frames of reference fit
   */
  public static List<Warning> check(ModelCard card, Case subject, boolean acceptFrames) {
    refuseOtherImages(card.task(), subject);
    CaseRoles roles = CaseRoles.of(card, subject);
    requireRoi(card, roles, subject);
    requireClinical(card, subject);
    List<Warning> warnings = new ArrayList<>();
    for (ImageRole role : roles.present()) {
      warnings.addAll(doubts(role, subject.images().get(role.key())));
    }
    warnings.addAll(roles.warnings());
    warnings.addAll(CaseSpace.of(card, subject, acceptFrames).warnings());
    return List.copyOf(warnings);
  }

  /** What is doubtful about one image in one role. */
  public static List<Warning> doubts(ImageRole role, SourceImage image) {
    List<Warning> warnings = new ArrayList<>(doubts(role, image.traits()));
    Geometry geometry = image.geometry();
    double aspect = geometry.width() / geometry.height();
    role.aspect()
        .filter(range -> aspect < range.low() || aspect > range.high())
        .ifPresent(
            range ->
                warnings.add(
                    new Warning(
                        "aspect",
                        String.format(
                            Locale.ROOT,
                            "The image is %.2f times as wide as high; such images are %.2f to %.2f"
                                + " times.",
                            aspect,
                            range.low(),
                            range.high()))));
    boolean picture = geometry.size().slices() == 1;
    if (picture && Math.min(geometry.size().columns(), geometry.size().rows()) < SMALL_SIDE) {
      warnings.add(
          new Warning(
              "small", "The image has only " + geometry.size() + " pixels; findings cannot show."));
    }
    if (mostCommonShare(image.volume()) > CONSTANT_SHARE) {
      warnings.add(new Warning("constant", "Nearly all pixels of the image have the same value."));
    }
    return warnings;
  }

  /** What is doubtful about an image by what it says of itself, whatever its pixels are. */
  public static List<Warning> doubts(ImageRole role, ImageTraits traits) {
    List<Warning> warnings = new ArrayList<>();
    String expected = " The model expects: " + role.title() + ".";
    traits
        .modality()
        .filter(modality -> !role.acceptsModality(modality))
        .ifPresent(
            modality ->
                warnings.add(
                    new Warning(
                        "modality",
                        "The image says that its modality is " + modality + "." + expected)));
    traits
        .bodyPart()
        .filter(part -> !role.acceptsBodyPart(part))
        .ifPresent(
            part ->
                warnings.add(
                    new Warning(
                        "body-part", "The image says that it shows: " + part + "." + expected)));
    traits
        .view()
        .filter(view -> !role.acceptsView(view))
        .ifPresent(
            view ->
                warnings.add(
                    new Warning(
                        "view", "The image says that its view is " + view + "." + expected)));
    traits
        .species()
        .filter(species -> !isHuman(species))
        .ifPresent(
            species ->
                warnings.add(
                    new Warning(
                        "species",
                        "The image says that the patient is an animal ("
                            + species
                            + "). The model knows humans only.")));
    traits
        .description()
        .filter(description -> !role.acceptsDescription(description))
        .ifPresent(
            description ->
                warnings.add(
                    new Warning(
                        "description",
                        "The image's description names something else." + expected)));
    if (traits.colour()) {
      warnings.add(
          new Warning("colour", "This is a colour picture; its brightness was used." + expected));
    }
    return warnings;
  }

  private static boolean isHuman(String species) {
    String lower = species.toLowerCase(Locale.ROOT);
    return lower.contains("homo sapiens") || lower.contains("human");
  }

  /**
   * Share of the value that most voxels have, of 256 equal steps. The steps are those of the range
   * without its extremes: a single hot pixel must not push all others into one step.
   */
  private static double mostCommonShare(Volume volume) {
    double[] range = Percentiles.of(volume.voxels(), 0.5, 99.5);
    if (!(range[1] > range[0])) {
      return 1;
    }
    int[] counts = new int[256];
    double scale = 256 / (range[1] - range[0]);
    for (float value : volume.voxels()) {
      counts[(int) Math.max(0, Math.min(255, (value - range[0]) * scale))]++;
    }
    int most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    return (double) most / volume.voxels().length;
  }

  private static void refuseOtherImages(Task task, Case subject) {
    for (String key : subject.images().keySet()) {
      if (task.roles().stream().noneMatch(role -> role.key().equals(key))) {
        throw new UserException(
            task.title()
                + " takes no image '"
                + key
                + "'; it takes "
                + task.roles().stream().map(ImageRole::key).toList()
                + ".");
      }
    }
  }

  private static void requireRoi(ModelCard card, CaseRoles roles, Case subject) {
    if (subject.roi().isEmpty()) {
      boolean needed =
          card.needsRoi() || (card.task().roi() == RoiPolicy.REQUIRED && !card.roles().isEmpty());
      if (needed) {
        throw new UserException(
            card.task().title() + " needs a region of interest. Draw one around the lesion first.");
      }
      return;
    }
    if (subject.roi().get().isEmpty()) {
      throw new UserException("The region of interest holds no pixel. Draw a larger one.");
    }
    if (roles.present().isEmpty()) {
      return;
    }
    SourceImage reference = subject.images().get(roles.reference().key());
    if (!subject.roi().get().geometry().sameGridAs(reference.geometry())) {
      throw new UserException(
          "The region of interest was drawn on another grid than '" + reference.name() + "'.");
    }
  }

  private static void requireClinical(ModelCard card, Case subject) {
    Task task = card.task();
    for (ClinicalInput input : card.clinical()) {
      input.encode(
          task.clinicalField(input.field()).orElseThrow(),
          Optional.ofNullable(subject.clinical().get(input.field())));
    }
    for (String key : subject.clinical().keySet()) {
      if (task.clinicalField(key).isEmpty()) {
        throw new UserException(task.title() + " takes no clinical value '" + key + "'.");
      }
    }
  }
}
