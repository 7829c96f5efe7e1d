package org.radcam.fiji;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.host.OpenImages;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.model.ModelCard;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;

/**
 * Decides which image plays which of a model's roles.
 *
 * <ul>
 *   <li>Only the roles that the model takes are looked at.
 *   <li>An option is the title or ID of an open image, or else a path.
 *   <li>Where the task has one role and nothing is named, the active image plays it.
 *   <li>Refused: a role without an image, unless the model answers without it; an option that names
 *       nothing; one image in two roles.
 * </ul>
 */
final class RoleImages {
  private RoleImages() {}

  /**
   * The images, in the order of the model's roles.
   *
   * @param active the active image, if there is one
   * @throws UserException in the user's words
   */
  static List<RoleImage> of(ModelCard card, TaskSettings settings, Optional<ImagePlus> active) {
    Task task = card.task();
    List<RoleImage> images = new ArrayList<>();
    List<ImageRole> missing = new ArrayList<>();
    for (ImageRole role : card.roles()) {
      String typed = settings.images().get(role.key());
      Optional<ImagePlus> implied =
          TaskOptions.takesOneImage(task) && typed == null ? active : Optional.empty();
      if (implied.isPresent()) {
        images.add(RoleImage.of(role, pixels(implied.get())));
      } else if (typed != null) {
        images.add(named(task, role, typed));
      } else {
        missing.add(role);
      }
    }
    checkMissing(card, missing);
    checkDistinct(images);
    return List.copyOf(images);
  }

  private static RoleImage named(Task task, ImageRole role, String typed) {
    Optional<ImagePlus> open = OpenImages.find(typed);
    if (open.isPresent()) {
      return RoleImage.of(role, open.get());
    }
    try {
      Path path = Path.of(typed);
      if (Files.exists(path)) {
        return new RoleImage(role, Optional.empty(), Optional.of(path));
      }
    } catch (InvalidPathException e) {
      // No path, then.
    }
    throw new UserException(
        "The option '"
            + option(task, role)
            + "' names no open image, and no file either: '"
            + typed
            + "'.");
  }

  private static String option(Task task, ImageRole role) {
    return TaskOptions.takesOneImage(task) ? TaskOptions.IMAGE : TaskOptions.of(role);
  }

  /** Fiji makes an empty image of a title that no image has. */
  private static ImagePlus pixels(ImagePlus image) {
    if (image.getProcessor() == null) {
      throw new UserException("The option 'image' names no open image.");
    }
    return image;
  }

  private static void checkMissing(ModelCard card, List<ImageRole> missing) {
    card.missing()
        .needed(
            card.roles().size(),
            missing.stream()
                .map(role -> role.title() + " (" + TaskOptions.of(role) + "=[title])")
                .toList())
        .ifPresent(
            what -> {
              throw new UserException(
                  TaskOptions.takesOneImage(card.task())
                      ? "No image is open. Open one first, for example with File > Open..."
                      : "The model '"
                          + card.id()
                          + "' needs "
                          + what
                          + ". Choose an open image for it in the dialog, or name it in the macro.");
            });
  }

  private static void checkDistinct(List<RoleImage> images) {
    for (int n = 0; n < images.size(); n++) {
      for (int m = 0; m < n; m++) {
        if (images.get(n).isSame(images.get(m))) {
          throw new UserException(
              "'"
                  + images.get(n).name()
                  + "' cannot be both "
                  + images.get(m).role().title()
                  + " and "
                  + images.get(n).role().title()
                  + ". Choose another image for one of them.");
        }
      }
    }
  }
}
