package org.radcam.weasis.panel;

import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.ShareBar;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.Numbers;
import org.radcam.weasis.panel.state.ResultView;

/** What the answer was made of, what speaks for it, and what the region has of the heat. */
final class DetailsSection {
  private final Section view = new Section(Messages.text("details"));
  private Optional<ResultView> shown = Optional.empty();

  /** Shows an answer's details; nothing where there is none. */
  void refresh(Optional<ResultView> result) {
    view.setVisible(result.isPresent());
    if (result.equals(shown)) {
      return;
    }
    shown = result;
    view.reset();
    result.ifPresent(this::build);
    view.revalidate();
    view.repaint();
  }

  private void build(ResultView what) {
    facts(Messages.text("result.made-of"), what.madeOf());
    parts(what);
    facts(Messages.text("result.region"), what.region());
  }

  private void facts(String title, List<ResultView.Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    Column list = ResultSection.list(title);
    facts.forEach(fact -> list.with(new WrappedText(fact.name() + ": " + fact.value())));
    view.with(list);
  }

  private void parts(ResultView what) {
    if (what.contributions().isEmpty()) {
      return;
    }
    Column list = ResultSection.list(Messages.text("result.parts", what.predicted()));
    double most =
        what.contributions().stream()
            .mapToDouble(part -> Math.abs(part.logOdds()))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    for (ResultView.Part part : what.contributions()) {
      list.with(
          ShareBar.signed(
              part.title(),
              Numbers.signed(part.logOdds()),
              most > 0 ? part.logOdds() / most : Double.NaN));
    }
    if (what.hiddenContributions() > 0) {
      list.with(
          new WrappedText(
              Messages.text("result.parts.more", what.hiddenContributions()), Ink.QUIET));
    }
    list.with(new WrappedText(Messages.text("result.parts.note"), Ink.QUIET));
    view.with(list);
  }

  JComponent view() {
    return view;
  }
}
