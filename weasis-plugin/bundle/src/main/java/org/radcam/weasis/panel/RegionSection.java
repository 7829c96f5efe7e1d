package org.radcam.weasis.panel;

import java.util.Optional;
import javax.swing.JComponent;
import org.radcam.model.ModelPackage;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.RegionSource;
import org.radcam.weasis.panel.state.RegionText;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewerSeries;

/** Where the region of interest comes from. */
final class RegionSection {
  private final PanelModel model;
  private final Section view = new Section(Messages.text("region"));
  private final Choice<RegionSource> source;
  private final WrappedText note = new WrappedText("", Ink.QUIET);

  RegionSection(PanelModel model, LabelColumn labels, Runnable changed) {
    this.model = model;
    source =
        new Choice<>(
            one -> RegionText.of(one, model.region()),
            one -> {
              model.region().choose(one);
              changed.run();
            });
    view.with(new FormRow(labels, Messages.text("region.from"), source.box()), note);
  }

  void refresh() {
    Optional<ModelPackage> chosen = model.model();
    boolean takesImages = !model.roles().isEmpty();
    view.setVisible(takesImages);
    if (chosen.isEmpty() || !takesImages) {
      return;
    }
    source.show(model.region().sources(), model.region().source());
    // The live count stands in the titles.
    source.box().repaint();
    String where = model.reference().map(ViewerSeries::title).orElse(model.roles().get(0).key());
    boolean there = !(model.region().choice() instanceof RegionChoice.Nothing);
    if (model.needsRegion()) {
      note.show(there ? "" : Messages.text("region.required", where));
    } else {
      note.show(Messages.text("region.optional", where));
    }
  }

  JComponent view() {
    return view;
  }
}
