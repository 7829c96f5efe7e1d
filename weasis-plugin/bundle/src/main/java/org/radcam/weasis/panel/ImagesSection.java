package org.radcam.weasis.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelPackage;
import org.radcam.task.ImageRole;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.Strip;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.RoleDoubt;
import org.radcam.weasis.viewer.ViewerSeries;

/** Which of the patient's series plays which role. */
final class ImagesSection {
  private final PanelModel model;
  private final LabelColumn labels;
  private final Runnable changed;
  private final Section view = new Section(Messages.text("images"));
  private final WrappedText none = new WrappedText(Messages.text("images.none"), Ink.QUIET);
  private final JCheckBox frames = new JCheckBox(Messages.text("images.frames"));
  private final Map<ImageRole, Row> rows = new LinkedHashMap<>();

  private record Row(FormRow form, Choice<Optional<ViewerSeries>> series, Strip doubt) {}

  ImagesSection(PanelModel model, LabelColumn labels, Runnable changed) {
    this.model = model;
    this.labels = labels;
    this.changed = changed;
    frames.setOpaque(false);
    frames.setToolTipText(Messages.text("images.frames.tip"));
    frames.addActionListener(
        event -> {
          model.setAcceptFrames(frames.isSelected());
          changed.run();
        });
  }

  void refresh() {
    List<ImageRole> roles = model.roles();
    if (!List.copyOf(rows.keySet()).equals(roles)) {
      build(roles);
    }
    view.setVisible(!roles.isEmpty());
    none.setVisible(model.patient().series().isEmpty());
    frames.setVisible(roles.size() > 1);
    frames.setSelected(model.acceptsFrames());
    List<Optional<ViewerSeries>> offered = new ArrayList<>();
    offered.add(Optional.empty());
    model.patient().series().stream().map(Optional::of).forEach(offered::add);
    rows.forEach(
        (role, row) -> {
          Optional<ViewerSeries> chosen = model.images().of(role.key());
          row.series().show(offered, chosen);
          row.doubt()
              .show(chosen.flatMap(series -> RoleDoubt.of(role, series.traits())).orElse(""));
        });
  }

  private void build(List<ImageRole> roles) {
    rows.values().forEach(row -> row.form().leave());
    rows.clear();
    view.reset();
    view.with(none);
    for (ImageRole role : roles) {
      Choice<Optional<ViewerSeries>> series = new Choice<>(this::title, one -> choose(role, one));
      FormRow form = new FormRow(labels, role.key(), series.box()).tip(role.title());
      Row row = new Row(form, series, new Strip());
      rows.put(role, row);
      view.with(form, row.doubt());
    }
    view.with(frames);
    view.revalidate();
  }

  private String title(Optional<ViewerSeries> series) {
    boolean rest =
        model
            .model()
            .map(ModelPackage::card)
            .filter(card -> card.missing() == MissingImages.REST)
            .isPresent();
    return series
        .map(ViewerSeries::title)
        .orElse(Messages.text(rest ? "images.without" : "images.choose"));
  }

  private void choose(ImageRole role, Optional<ViewerSeries> series) {
    model.choose(role.key(), series);
    changed.run();
  }

  JComponent view() {
    return view;
  }
}
