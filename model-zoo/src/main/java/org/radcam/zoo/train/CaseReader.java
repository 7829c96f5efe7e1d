package org.radcam.zoo.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.CaseSpace;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskSource;
import org.radcam.io.UnreadableImageException;
import org.radcam.model.ModelCard;

/** Reads the files of a case. Messages name the case, never the patient. */
final class CaseReader {
  private final ModelCard card;
  private final Set<String> assumed = ConcurrentHashMap.newKeySet();

  /**
   * @param card says which images a case has, and which of them is the reference
   */
  CaseReader(ModelCard card) {
    this.card = card;
  }

  /**
   * The case as a classifier takes it, its images in one space.
   *
   * @throws UserException if a file cannot be read, its region is not on the reference's grid, or
   *     nothing tells how its images lie to each other ({@link CaseSpace})
   */
  Case read(TrainingCase one) {
    if (card.roles().isEmpty()) {
      return new Case(one.id(), Map.of(), Optional.empty(), one.clinical());
    }
    Map<String, SourceImage> images = new LinkedHashMap<>();
    one.files().images().forEach((role, file) -> images.put(role, image(one, role, file)));
    SourceImage reference = images.get(card.referenceRole().key());
    Optional<Mask> roi =
        one.files().roi().map(source -> mask(one, "region of interest", source, reference));
    if (roi.isPresent() && roi.get().isEmpty()) {
      throw new UserException("The region of interest of case '" + one.id() + "' is empty.");
    }
    try {
      Case subject = new Case(one.id(), images, roi, one.clinical());
      CaseSpace space = CaseSpace.of(card, subject, /* acceptFrames= */ false);
      if (!space.warnings().isEmpty()) {
        assumed.add(one.id());
      }
      return space.subject();
    } catch (UserException e) {
      throw new UserException("Case '" + one.id() + "': " + e.getMessage(), e);
    }
  }

  /**
   * Whether a case was read whose images were taken to be on one grid, as nothing tells how they
   * lie to each other.
   */
  boolean assumed(TrainingCase one) {
    return assumed.contains(one.id());
  }

  /**
   * Where the lesion is, if the manifest tells; empty too where there is none.
   *
   * @param reference the reference image
   */
  Optional<Mask> lesion(TrainingCase one, SourceImage reference) {
    return one.files().lesion().map(source -> mask(one, "lesion mask", source, reference));
  }

  private static SourceImage image(TrainingCase one, String role, Path file) {
    try {
      return ImageFiles.read(file);
    } catch (UnreadableImageException e) {
      String which = one.files().images().size() == 1 ? "The image" : "The image " + role;
      throw new UserException(
          which + " of case '" + one.id() + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static Mask mask(TrainingCase one, String what, MaskSource source, SourceImage on) {
    try {
      return source.read(on);
    } catch (UnreadableImageException | UserException e) {
      throw new UserException(
          "The " + what + " of case '" + one.id() + "' cannot be used: " + e.getMessage(), e);
    }
  }
}
