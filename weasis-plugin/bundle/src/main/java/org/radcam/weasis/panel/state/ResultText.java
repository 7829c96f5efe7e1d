package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer as plain text, for the clipboard: what it says is never without its standing. */
public final class ResultText {
  private ResultText() {}

  /**
   * The text, a fact a line.
   *
   * @param notice what must be said beside it now
   */
  public static String of(ResultView view, Optional<Notice> notice) {
    List<String> lines = new ArrayList<>();
    lines.add(Messages.text("text.title", view.standing().sentence()));
    lines.add(Messages.text("text.case", view.subject()));
    lines.add(
        Messages.text("text.predicted", view.predicted(), Numbers.percent(view.probability())));
    for (ResultView.Bar bar : view.classes()) {
      lines.add("  " + bar.title() + ": " + Numbers.percent(bar.probability()));
    }
    view.path().forEach(step -> lines.add(line(step)));
    view.networks().forEach(step -> lines.add(line(step)));
    view.region().forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
    if (!view.contributions().isEmpty()) {
      lines.add(Messages.text("result.parts", view.predicted()) + ":");
    }
    for (ResultView.Part part : view.contributions()) {
      lines.add("  " + part.title() + ": " + Numbers.signed(part.logOdds()));
    }
    view.warnings().forEach(warning -> lines.add(Messages.text("text.warning", warning)));
    notice.ifPresent(what -> lines.add(Messages.text("text.warning", what.text())));
    view.madeOf().forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static String line(ResultView.Step step) {
    return "  "
        + step.question()
        + " "
        + step.title()
        + " ("
        + Numbers.percent(step.probability())
        + ")";
  }
}
