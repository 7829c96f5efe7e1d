package org.radcam.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way to tell that an image plays a role; all of its conditions must hold.
 *
 * <p>Words are looked for among those of a description or a title, whatever their letter case. They
 * are separated by anything but letters, digits and {@code +}; a {@code *} after a word ({@code
 * T2*} imaging) is read as {@code STAR}. In the rule, {@code *} stands for any part of a word, and
 * words with a blank between them must stand side by side.
 *
 * @param words one of them must be there; empty asks for none
 * @param also one of these as well; empty asks for none
 * @param none words of which none may be there
 * @param imageType one of these values must be in Image Type; empty asks for none
 * @param imageTypeNone values of which none may be in Image Type
 * @param contrast whether a contrast agent must, or must not, be named
 * @param inversion whether an inversion time above 0 must, or must not, be named
 * @param echoTime accepted echo times, in ms; the image must name one
 * @param repetitionTime accepted repetition times, in ms; the image must name one
 * @param inversionTime accepted inversion times, in ms; the image must name one
 * @param bValue accepted diffusion b-values, in s/mm2; the image must name one
 */
public record RecognitionRule(
    List<String> words,
    List<String> also,
    List<String> none,
    List<String> imageType,
    List<String> imageTypeNone,
    Optional<Boolean> contrast,
    Optional<Boolean> inversion,
    Optional<Span> echoTime,
    Optional<Span> repetitionTime,
    Optional<Span> inversionTime,
    Optional<Span> bValue) {
  public RecognitionRule {
    words = List.copyOf(words);
    also = List.copyOf(also);
    none = List.copyOf(none);
    imageType = List.copyOf(imageType);
    imageTypeNone = List.copyOf(imageTypeNone);
  }

  /** Numbers from low to high, both included. */
  public record Span(double low, double high) {
    public Span {
      if (!(low <= high)) {
        throw new IllegalArgumentException("An empty range: " + low + " to " + high);
      }
    }

    boolean holds(OptionalDouble value) {
      return value.isPresent() && value.getAsDouble() >= low && value.getAsDouble() <= high;
    }
  }

  /**
   * Whether an image fulfils the rule.
   *
   * @param text its description or its title
   */
  boolean accepts(SeriesTraits image, String text) {
    String spaced = spaced(text);
    String type = spaced(image.imageType().orElse(""));
    boolean inverts = image.inversionTime().orElse(0) > 0;
    return (words.isEmpty() || holdsAny(spaced, words))
        && (also.isEmpty() || holdsAny(spaced, also))
        && !holdsAny(spaced, none)
        && (imageType.isEmpty() || holdsAny(type, imageType))
        && !holdsAny(type, imageTypeNone)
        && contrast.map(wanted -> wanted == image.hasContrastAgent()).orElse(true)
        && inversion.map(wanted -> wanted == inverts).orElse(true)
        && echoTime.map(span -> span.holds(image.echoTime())).orElse(true)
        && repetitionTime.map(span -> span.holds(image.repetitionTime())).orElse(true)
        && inversionTime.map(span -> span.holds(image.inversionTime())).orElse(true)
        && bValue.map(span -> span.holds(image.bValue())).orElse(true);
  }

  /** The words of a text, with blanks around each. */
  private static String spaced(String text) {
    String words =
        text.toUpperCase(Locale.ROOT).replace("*", "STAR ").replaceAll("[^A-Z0-9+]+", " ");
    return " " + words.strip() + " ";
  }

  private static boolean holdsAny(String spaced, List<String> patterns) {
    return patterns.stream().anyMatch(pattern -> matcher(pattern).matcher(spaced).find());
  }

  private static Pattern matcher(String words) {
    String pattern =
        Pattern.compile("\\*")
            .splitAsStream(words.toUpperCase(Locale.ROOT) + "\0")
            .map(part -> part.replace("\0", ""))
            .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
            .collect(Collectors.joining("[^ ]*"));
    return Pattern.compile(" " + pattern + "(?= )");
  }
}
