package org.radcam.weasis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.model.ModelCard;
import org.radcam.task.ImageRole;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * The series that plays one of a model's roles.
 *
 * <ul>
 *   <li>Only the roles that the model takes are looked at.
 *   <li>Refused: a role without a series, unless the model answers without it; one series in two
 *       roles; a series that was closed meanwhile.
 * </ul>
 *
 * @param role the role
 * @param viewed the series, and the image of it that was in view
 */
record RoleSeries(ImageRole role, ViewedImage viewed) {

  /**
   * The series of a request, in the order of the model's roles: the reference comes first.
   *
   * @return none where the model answers from clinical values alone
   * @throws UserException in the user's words
   */
  static List<RoleSeries> of(ModelCard card, Map<String, ViewedImage> images) {
    List<RoleSeries> found = new ArrayList<>();
    List<ImageRole> missing = new ArrayList<>();
    for (ImageRole role : card.roles()) {
      if (images.containsKey(role.key())) {
        found.add(new RoleSeries(role, images.get(role.key())));
      } else {
        missing.add(role);
      }
    }
    checkMissing(card, missing);
    found.forEach(RoleSeries::checkOpen);
    checkDistinct(found);
    return List.copyOf(found);
  }

  /** How the user knows the series. */
  String title() {
    return viewed.series().title();
  }

  private void checkOpen() {
    if (!viewed.series().isOpen()) {
      throw new UserException(
          "The series for "
              + role.title()
              + " has been closed. Open it again, or choose another series.");
    }
  }

  private static void checkMissing(ModelCard card, List<ImageRole> missing) {
    card.missing()
        .needed(card.roles().size(), missing.stream().map(ImageRole::title).toList())
        .ifPresent(
            what -> {
              throw new UserException(
                  "The model '" + card.id() + "' needs " + what + ". Choose a series for it.");
            });
  }

  private static void checkDistinct(List<RoleSeries> found) {
    for (int n = 0; n < found.size(); n++) {
      for (int m = 0; m < n; m++) {
        if (found.get(n).viewed.series().equals(found.get(m).viewed.series())) {
          throw new UserException(
              "The series '"
                  + found.get(n).title()
                  + "' cannot be both "
                  + found.get(m).role.title()
                  + " and "
                  + found.get(n).role.title()
                  + ". Choose another series for one of them.");
        }
      }
    }
  }
}
