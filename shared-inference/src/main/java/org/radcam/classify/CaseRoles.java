package org.radcam.classify;

import java.util.List;
import org.radcam.UserException;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.task.ImageRole;

/**
 * Which of the images that a model takes a case has.
 *
 * <ul>
 *   <li>Refused is a case without one of them, unless the model answers from the rest ({@link
 *       MissingImages#REST}).
 *   <li>Refused is a case that has none of them.
 * </ul>
 *
 * @param present roles of the images that are there, in the task's order; the first is the
 *     reference; none where the model takes no image
 * @param missing roles of those that are not there
 */
public record CaseRoles(List<ImageRole> present, List<ImageRole> missing) {
  public CaseRoles {
    present = List.copyOf(present);
    missing = List.copyOf(missing);
  }

  /**
   * The roles of a case.
   *
   * @throws UserException if an image is missing that may not be
   */
  public static CaseRoles of(ModelCard card, Case subject) {
    List<ImageRole> present =
        card.roles().stream().filter(role -> subject.images().containsKey(role.key())).toList();
    List<ImageRole> missing =
        card.roles().stream().filter(role -> !subject.images().containsKey(role.key())).toList();
    boolean rest = card.missing() == MissingImages.REST;
    if (!missing.isEmpty() && (!rest || present.isEmpty())) {
      ImageRole first = missing.get(0);
      throw new UserException(
          card.task().title()
              + (rest ? " needs at least one of these images: " : " needs an image: ")
              + (rest
                  ? String.join(", ", missing.stream().map(ImageRole::key).toList())
                  : first.title() + " (" + first.key() + ")")
              + ".");
    }
    return new CaseRoles(present, missing);
  }

  /** The role whose image's grid the region of interest and the heat map are on. */
  public ImageRole reference() {
    return present.get(0);
  }

  /** Whether the model takes the image of a role, which is there. */
  public boolean takes(String role) {
    return present.stream().anyMatch(one -> one.key().equals(role));
  }

  /** That the model answers from some of its images only; nothing where all are there. */
  List<Warning> warnings() {
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Warning(
            "missing-sequence",
            "There is no "
                + String.join(" and no ", missing.stream().map(ImageRole::key).toList())
                + "; the answer is the mean over the rest ("
                + String.join(", ", present.stream().map(ImageRole::key).toList())
                + ")."));
  }
}
