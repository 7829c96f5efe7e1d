package org.radcam.weasis.panel;

import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.Metrics;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.ShareBar;
import org.radcam.weasis.panel.parts.StandingLine;
import org.radcam.weasis.panel.parts.Strip;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.Notice;
import org.radcam.weasis.panel.state.Numbers;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.ResultView;
import org.radcam.weasis.panel.state.ResultViews;
import org.radcam.weasis.run.Answer;

/** What the model answered, how far that may be trusted, and what it was made of. */
final class ResultSection {
  private final PanelModel model;
  private final Section view = new Section(Messages.text("result"));
  private final WrappedText none = new WrappedText(Messages.text("result.none"), Ink.QUIET);
  private final Strip notice = new Strip();
  private Optional<Answer> shown = Optional.empty();
  private Optional<ResultView> result = Optional.empty();

  ResultSection(PanelModel model) {
    this.model = model;
    view.with(none);
  }

  void refresh() {
    Optional<Answer> answer = model.shown();
    if (!answer.equals(shown)) {
      // Of closed series not even the titles are what they were.
      result =
          answer.flatMap(
              one ->
                  shown.filter(one::isRestOf).isPresent()
                      ? result.map(ResultView::withoutHeat)
                      : Optional.of(ResultViews.of(one)));
      shown = answer;
      view.reset();
      result.ifPresentOrElse(this::build, () -> view.with(none));
      view.revalidate();
      view.repaint();
    }
    notice.show(model.notice().map(Notice::text).orElse(""));
  }

  /** What is shown now. */
  Optional<ResultView> result() {
    return result;
  }

  private void build(ResultView what) {
    StandingLine standing = new StandingLine();
    standing.show(what.standing());
    view.with(
        notice, standing, new WrappedText(Messages.text("result.of", what.subject()), Ink.QUIET));
    view.with(
        new WrappedText(
                Messages.text("result.predicted", what.predicted(), unbroken(what.probability())))
            .bold()
            .scaled(1.2));
    what.classes().forEach(bar -> view.with(bar(bar)));
    what.warnings()
        .forEach(
            warning -> {
              Strip strip = new Strip();
              strip.show(warning);
              view.with(strip);
            });
    steps(Messages.text("result.path"), what.path(), true);
    steps(Messages.text("result.networks"), what.networks(), false);
  }

  /** The percent sign stays with its number. */
  private static String unbroken(double probability) {
    return Numbers.percent(probability).replace(' ', '\u00a0');
  }

  private static ShareBar bar(ResultView.Bar bar) {
    return ShareBar.share(
        bar.title(), Numbers.percent(bar.probability()), bar.probability(), bar.predicted());
  }

  private void steps(String title, List<ResultView.Step> steps, boolean numbered) {
    if (steps.isEmpty()) {
      return;
    }
    Column list = list(title);
    int number = 1;
    for (ResultView.Step step : steps) {
      list.with(
          new WrappedText(numbered ? number + ". " + step.question() : step.question(), Ink.QUIET),
          ShareBar.share(
              step.title(), Numbers.percent(step.probability()), step.probability(), numbered));
      number++;
    }
    view.with(list);
  }

  static Column list(String title) {
    Column list = new Column(0.2);
    list.setBorder(BorderFactory.createEmptyBorder(Metrics.em(list) / 2, 0, 0, 0));
    list.with(new WrappedText(title).bold());
    return list;
  }

  JComponent view() {
    return view;
  }
}
