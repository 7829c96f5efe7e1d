package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.task.RoleMatcher;
import org.radcam.task.SeriesTraits;
import org.radcam.task.Task;

/** Which open image plays which role of a task, by {@link RoleMatcher}. */
public final class RoleGuess {
  private RoleGuess() {}

  /**
   * The roles that can be told, in the task's order; an image has one role at most, and a role that
   * two images could have equally well has none.
   */
  public static Map<String, ImagePlus> guess(Task task, List<ImagePlus> images) {
    List<SeriesTraits> traits = images.stream().map(RoleGuess::traits).toList();
    Map<String, ImagePlus> guessed = new LinkedHashMap<>();
    RoleMatcher.match(task.roles(), traits)
        .forEach((role, index) -> guessed.put(role, images.get(index)));
    return guessed;
  }

  /** What an image says of the series that it is from. */
  static SeriesTraits traits(ImagePlus image) {
    DicomHeader header = image.getStackSize() == 0 ? DicomHeader.of("") : DicomHeader.of(image, 1);
    return new SeriesTraits(
        header.text(DicomHeader.MODALITY),
        header
            .text(DicomHeader.SERIES_DESCRIPTION)
            .or(() -> header.text(DicomHeader.PROTOCOL_NAME)),
        image.getTitle(),
        header.text(DicomHeader.CONTRAST_AGENT),
        header.number(DicomHeader.ECHO_TIME),
        header.number(DicomHeader.REPETITION_TIME),
        header.number(DicomHeader.INVERSION_TIME),
        header.text(DicomHeader.IMAGE_TYPE),
        header.number(DicomHeader.B_VALUE));
  }
}
