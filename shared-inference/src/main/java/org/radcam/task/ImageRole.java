package org.radcam.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part that an image plays in a task, and what such an image says of itself when it is the right
 * one. The lists hold what is accepted; an image that does not say passes.
 *
 * @param key short name, for example {@code CXR}
 * @param title for people
 * @param modalities accepted DICOM modalities
 * @param bodyParts words of which one should stand in Body Part Examined
 * @param views words of View Position that are accepted
 * @param otherWords words that tell in a description that the image shows something else
 * @param aspect accepted range of width / height in physical units
 * @param recognition ways to tell such an image among others, the best first; empty where its
 *     modality tells
 */
public record ImageRole(
    String key,
    String title,
    List<String> modalities,
    List<String> bodyParts,
    List<String> views,
    List<String> otherWords,
    Optional<AspectRange> aspect,
    List<RecognitionRule> recognition) {
  public ImageRole {
    modalities = List.copyOf(modalities);
    bodyParts = List.copyOf(bodyParts);
    views = List.copyOf(views);
    otherWords = List.copyOf(otherWords);
    recognition = List.copyOf(recognition);
  }

  public boolean acceptsModality(String modality) {
    return modalities.isEmpty() || modalities.contains(modality.toUpperCase(Locale.ROOT));
  }

  public boolean acceptsBodyPart(String bodyPart) {
    String upper = bodyPart.toUpperCase(Locale.ROOT);
    return bodyParts.isEmpty() || bodyParts.stream().anyMatch(upper::contains);
  }

  public boolean acceptsView(String view) {
    return views.isEmpty() || views.contains(view.toUpperCase(Locale.ROOT));
  }

  /** Whether a description has none of the words that tell of something else. */
  public boolean acceptsDescription(String description) {
    List<String> words = List.of(description.toUpperCase(Locale.ROOT).split("[^A-Z]+"));
    return otherWords.stream().noneMatch(words::contains);
  }

  /** Accepted width / height, both ends included. */
  public record AspectRange(double low, double high) {
    public AspectRange {
      if (!(low > 0 && low <= high)) {
        throw new IllegalArgumentException(
            "An aspect range needs 0 < low <= high, got " + low + " to " + high);
      }
    }
  }
}
