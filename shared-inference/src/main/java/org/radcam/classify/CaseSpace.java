package org.radcam.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.model.ModelCard;

/**
 * A case whose images lie in one space, that of its reference image, so that whatever is laid from
 * one grid onto another goes through that space.
 *
 * <ul>
 *   <li>An image lies where it says, if both it and the reference image know their place.
 *   <li>Otherwise it is taken to be on the reference image's grid if it has as many voxels (warning
 *       {@code grid-assumed}); where both know the size of their voxels, it must be the same.
 *   <li>Refused is any other image without a known place, or beside a reference image without one.
 *   <li>Refused are places in differing frames of reference (0020,0052), unless the user insists
 *       (warning {@code frames}).
 * </ul>
 *
 * <p>The case is left as it is where the model takes no image. Images that the model does not take
 * are in that space too where both places are known and the frames do not contradict; they are left
 * out otherwise.
 *
 * @param subject the case, its images on grids of one space
 * @param warnings what had to be taken for granted
 */
public record CaseSpace(Case subject, List<Warning> warnings) {
  public CaseSpace {
    warnings = List.copyOf(warnings);
  }

  /**
   * Lays the images of a case into one space.
   *
   * @param acceptFrames whether the user insists that images in differing frames of reference fit
   * @throws UserException if nothing tells how two of the images lie to each other
   */
  public static CaseSpace of(ModelCard card, Case subject, boolean acceptFrames) {
    CaseRoles roles = CaseRoles.of(card, subject);
    if (roles.present().isEmpty()) {
      return new CaseSpace(subject, List.of());
    }
    String first = roles.reference().key();
    SourceImage reference = subject.images().get(first);
    List<Warning> warnings = new ArrayList<>(frames(roles, subject, acceptFrames));
    Map<String, SourceImage> images = new LinkedHashMap<>();
    subject
        .images()
        .forEach(
            (role, image) -> {
              if (role.equals(first) || bothKnown(image, reference)) {
                if (roles.takes(role) || !contradict(image, reference)) {
                  images.put(role, image);
                }
              } else if (roles.takes(role)) {
                images.put(role, assumed(image, reference));
                warnings.add(assumption(image, reference));
              }
            });
    return new CaseSpace(
        new Case(subject.id(), images, subject.roi(), subject.clinical()), warnings);
  }

  /** The grid of each image, by its role. */
  public Map<String, Geometry> grids() {
    Map<String, Geometry> grids = new LinkedHashMap<>();
    subject.images().forEach((role, image) -> grids.put(role, image.geometry()));
    return grids;
  }

  private static boolean bothKnown(SourceImage image, SourceImage reference) {
    return image.placement().known() && reference.placement().known();
  }

  private static boolean contradict(SourceImage one, SourceImage other) {
    return one.placement().contradicts(other.placement());
  }

  /** Of every two images that the model takes: the reference image may name no frame. */
  private static List<Warning> frames(CaseRoles roles, Case subject, boolean accept) {
    List<SourceImage> taken =
        roles.present().stream().map(role -> subject.images().get(role.key())).toList();
    for (SourceImage one : taken) {
      for (SourceImage other : taken) {
        if (!contradict(one, other)) {
          continue;
        }
        String which =
            "'" + one.name() + "' and '" + other.name() + "' are in differing frames of reference";
        if (accept) {
          return List.of(
              new Warning("frames", which + "; they were taken to fit as they lie, as asked for."));
        }
        throw new UserException(
            which
                + ": the patient may have moved between them, so their places cannot be compared."
                + " Register one to the other first. If you know that they fit as they lie, insist"
                + " on it (in Fiji and its macros: acceptframes).");
      }
    }
    return List.of();
  }

  private static SourceImage assumed(SourceImage image, SourceImage reference) {
    Geometry own = image.geometry();
    Geometry grid = reference.geometry();
    String nothing =
        "nothing tells how they lie to each other: "
            + lost(image, reference)
            + " does not say where in the patient it lies.";
    if (!own.size().equals(grid.size())) {
      throw new UserException(
          "'"
              + image.name()
              + "' has "
              + own.size()
              + " voxels and '"
              + reference.name()
              + "' "
              + grid.size()
              + ", and "
              + nothing
              + " Use files that say it (DICOM, NIfTI), or resample one to the other first.");
    }
    if (!own.sameShapeAs(grid)) {
      throw new UserException(
          "'"
              + image.name()
              + "' has voxels of "
              + words(own.spacing())
              + " mm and '"
              + reference.name()
              + "' of "
              + words(grid.spacing())
              + " mm, so they are not on one grid, and "
              + nothing
              + " Use files that say it (DICOM, NIfTI), or resample one to the other first.");
    }
    return image.on(grid);
  }

  private static Warning assumption(SourceImage image, SourceImage reference) {
    return new Warning(
        "grid-assumed",
        "Nothing tells where "
            + lost(image, reference)
            + " lies; '"
            + image.name()
            + "' was taken to be on the grid of '"
            + reference.name()
            + "', as it has as many voxels."
            + (image.placement().known()
                ? " Its own place is not used: heat maps of it lie on that grid too."
                : ""));
  }

  private static String lost(SourceImage image, SourceImage reference) {
    SourceImage lost = image.placement().known() ? reference : image;
    return "'" + lost.name() + "'";
  }

  private static String words(Vector3 spacing) {
    return String.format(Locale.ROOT, "%.4g x %.4g x %.4g", spacing.x(), spacing.y(), spacing.z());
  }
}
