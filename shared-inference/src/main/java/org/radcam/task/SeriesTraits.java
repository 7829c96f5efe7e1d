package org.radcam.task;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What tells which kind of series an image is from. Nothing here identifies a patient.
 *
 * @param modality Modality (0008,0060)
 * @param description Series Description (0008,103E), else Protocol Name (0018,1030)
 * @param title how the user knows the image: the name of its file or window
 * @param contrastAgent Contrast/Bolus Agent (0018,0010)
 * @param echoTime Echo Time (0018,0081), in ms
 * @param repetitionTime Repetition Time (0018,0080), in ms
 * @param inversionTime Inversion Time (0018,0082), in ms
 * @param imageType Image Type (0008,0008), its values separated by backslashes
 * @param bValue Diffusion b-value (0018,9087), in s/mm2
 */
public record SeriesTraits(
    Optional<String> modality,
    Optional<String> description,
    String title,
    Optional<String> contrastAgent,
    OptionalDouble echoTime,
    OptionalDouble repetitionTime,
    OptionalDouble inversionTime,
    Optional<String> imageType,
    OptionalDouble bValue) {
  public SeriesTraits {
    modality = text(modality).map(word -> word.toUpperCase(Locale.ROOT));
    description = text(description);
    contrastAgent = text(contrastAgent);
    imageType = text(imageType);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(echoTime, "echoTime");
    Objects.requireNonNull(repetitionTime, "repetitionTime");
    Objects.requireNonNull(inversionTime, "inversionTime");
    Objects.requireNonNull(bValue, "bValue");
  }

  private static Optional<String> text(Optional<String> value) {
    return value.map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  /** An image that is known by its name alone. */
  public static SeriesTraits named(String title) {
    return described(Optional.empty(), Optional.empty(), title);
  }

  /** An image that says no more than its modality and its description. */
  public static SeriesTraits described(
      Optional<String> modality, Optional<String> description, String title) {
    return new SeriesTraits(
        modality,
        description,
        title,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  /** Whether a contrast agent is named; words such as NONE name none. */
  boolean hasContrastAgent() {
    return contrastAgent
        .filter(agent -> !agent.matches("(?i)(no|none|n/?a|0|-|without.*)"))
        .isPresent();
  }
}
