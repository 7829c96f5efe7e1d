package org.radcam.weasis.panel;

import java.util.Optional;
import org.radcam.classify.StageResult;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.heat.HeatPictures;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.viewer.HeatDisplay;

/** The heat map of an answer in the viewer; what is shown already is only restyled. */
final class HeatOnImages {
  private final HeatDisplay display;
  private Optional<Shown> shown = Optional.empty();

  private record Shown(
      Answer answer, Optional<String> stage, HeatStyle style, HeatPictures pictures) {}

  HeatOnImages(HeatDisplay display) {
    this.display = display;
  }

  /**
   * Shows a map, or none.
   *
   * @param answer empty where no heat is to be seen
   * @param stage whose map, if it has one
   */
  void show(Optional<Answer> answer, Optional<String> stage, HeatStyle style) {
    Optional<Answer> explained = answer.filter(one -> hasMap(one, stage));
    if (explained.isEmpty()) {
      if (shown.isPresent()) {
        clear();
      }
      return;
    }
    Answer now = explained.get();
    Optional<Shown> same =
        shown.filter(one -> one.answer().equals(now) && one.stage().equals(stage));
    if (same.filter(one -> one.style().equals(style)).isPresent()) {
      return;
    }
    HeatPictures pictures =
        same.map(one -> one.pictures().withStyle(style))
            .orElseGet(() -> new HeatPictures(now, style, stage));
    shown = Optional.of(new Shown(now, stage, style, pictures));
    display.show(pictures);
  }

  private static boolean hasMap(Answer answer, Optional<String> stage) {
    return stage
        .map(
            key ->
                answer.result().stages().stream()
                    .filter(one -> one.key().equals(key))
                    .map(StageResult::heatMap)
                    .anyMatch(Optional::isPresent))
        .orElseGet(() -> answer.result().heatMap().isPresent());
  }

  /** Takes it off the images. */
  void clear() {
    shown = Optional.empty();
    display.clear();
  }
}
