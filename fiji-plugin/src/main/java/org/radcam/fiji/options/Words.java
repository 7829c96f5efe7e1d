package org.radcam.fiji.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.CamMethod;
import org.radcam.cam.CamMethods;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

/** The words that several commands share, in dialogs and in macro lines. */
public final class Words {
  /** Heat map of the class with the highest probability. */
  public static final String PREDICTED = "predicted";

  /** No heat map. */
  public static final String NONE = "none";

  public static final String CURRENT = "current";
  public static final String ALL = "all";
  public static final List<String> SLICES = List.of(CURRENT, ALL);
  public static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

  /** What a chooser of images says where none is chosen. */
  public static final String NOBODY = "(none)";

  private Words() {}

  /** Whether a chooser's word means that no image is chosen. */
  static boolean isNobody(String word) {
    return word.equalsIgnoreCase(NOBODY);
  }

  /** Keys of the CAM methods, the usual one first. */
  public static List<String> methods() {
    return CamMethods.all().stream().map(CamMethod::key).toList();
  }

  static ClassifyOptions classify(OptionText text) {
    String heatmap = text.text("heatmap").orElse(PREDICTED);
    String method = text.text("method").orElse(CamMethods.usual().key());
    return new ClassifyOptions(explain(heatmap), CamMethods.get(method).key());
  }

  /** What the word of the option {@code heatmap} asks for. */
  public static Explain explain(String heatmap) {
    return switch (heatmap.toLowerCase(Locale.ROOT)) {
      case "", PREDICTED -> Explain.PREDICTED;
      case NONE -> Explain.NOTHING;
      default -> new Explain(true, Optional.of(heatmap));
    };
  }

  static HeatStyle style(OptionText text) {
    return new HeatStyle(
        text.text("colours").map(ColourMap::of).orElse(HeatStyle.DEFAULT.colours()),
        text.number("opacity", HeatStyle.DEFAULT.opacity(), 0, 1),
        text.number("threshold", HeatStyle.DEFAULT.threshold(), 0, 1));
  }

  static String choice(OptionText text, String key, String otherwise, List<String> choices) {
    return choice(key, text.text(key).orElse(otherwise), choices);
  }

  /**
   * One of some words, whatever its letter case.
   *
   * @throws UserException if it is another, naming the option
   */
  public static String choice(String key, String typed, List<String> choices) {
    return choices.stream()
        .filter(typed::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "The option '"
                        + key
                        + "' must be one of "
                        + String.join(", ", choices)
                        + ", not '"
                        + typed
                        + "'."));
  }
}
