package org.radcam.classify;

import java.util.List;
import org.radcam.UserException;
import org.radcam.model.ModelCard;
import org.radcam.task.ImageRole;

/**
 * Which of the images that a model takes a case has.
 *
 * <ul>
 *   <li>Refused is a case without one of them.
 * </ul>
 *
 * @param present roles of the images that are there, in the task's order; the first is the
 *     reference; none where the model takes no image
 */
public record CaseRoles(List<ImageRole> present) {
  public CaseRoles {
    present = List.copyOf(present);
  }

  /**
   * The roles of a case.
   *
   * @throws UserException if an image is missing
   */
  public static CaseRoles of(ModelCard card, Case subject) {
    for (ImageRole role : card.roles()) {
      if (!subject.images().containsKey(role.key())) {
        throw new UserException(
            card.task().title() + " needs an image: " + role.title() + " (" + role.key() + ").");
      }
    }
    return new CaseRoles(card.roles());
  }

  /** The role whose image's grid the region of interest and the heat map are on. */
  public ImageRole reference() {
    return present.get(0);
  }

  /** Whether the model takes the image of a role. */
  public boolean takes(String role) {
    return present.stream().anyMatch(one -> one.key().equals(role));
  }
}
