package org.radcam.weasis.panel.state;

import java.util.Optional;
import org.radcam.task.ImageRole;
import org.radcam.task.SeriesTraits;

/** What speaks against a series in a role, before any pixel is read. */
public final class RoleDoubt {
  private RoleDoubt() {}

  /**
   * The doubt as a sentence.
   *
   * <ul>
   *   <li>Another modality than the role accepts;
   *   <li>a word in its description that tells of something else.
   * </ul>
   */
  public static Optional<String> of(ImageRole role, SeriesTraits traits) {
    Optional<String> modality = traits.modality().filter(word -> !role.acceptsModality(word));
    if (modality.isPresent()) {
      return Optional.of(
          Messages.text("image.modality", modality.get(), String.join(", ", role.modalities())));
    }
    return traits
        .description()
        .filter(words -> !role.acceptsDescription(words))
        .map(words -> Messages.text("image.description", role.title()));
  }
}
