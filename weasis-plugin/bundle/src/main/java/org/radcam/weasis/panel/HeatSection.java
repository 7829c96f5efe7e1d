package org.radcam.weasis.panel;

import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.radcam.cam.CamMethod;
import org.radcam.cam.CamMethods;
import org.radcam.model.ModelPackage;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.ColourScale;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.SliderRow;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.HeatWish;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.ResultView.StageItem;

/**
 * What is to be explained, and how the heat map looks. Before a run it says what the run explains;
 * with an answer the class and the method are explained anew, without classifying again.
 */
final class HeatSection {
  private final PanelModel model;
  private final Hearer hearer;
  private final Section view = new Section(Messages.text("heat"));
  private final JCheckBox shown = new JCheckBox(Messages.text("heat.show"));
  private final Choice<Optional<ClassLabel>> label;
  private final Choice<CamMethod> method;
  private final Choice<Optional<StageItem>> stage;
  private final Choice<ColourMap> colours;
  private final SliderRow opacity = new SliderRow(share -> lookChanged());
  private final SliderRow threshold = new SliderRow(share -> lookChanged());
  private final FormRow stageRow;
  private final ColourScale scale = new ColourScale();
  private final WrappedText state = new WrappedText("", Ink.QUIET);
  private final JButton hottest = new JButton(Messages.text("heat.hottest"));
  private HeatStyle look;
  private Optional<StageItem> ofStage = Optional.empty();

  /** Hears what the user wants of the heat map. */
  interface Hearer {
    /** Another class, method, or whether there is to be one at all. */
    void wishChanged();

    /** Other colours, opacity, threshold or stage. */
    void lookChanged();

    /** To the image with the most heat. */
    void hottest();
  }

  HeatSection(PanelModel model, LabelColumn labels, HeatStyle look, Hearer hearer) {
    this.model = model;
    this.look = look;
    this.hearer = hearer;
    label = new Choice<>(HeatSection::title, one -> wish(ofClass(one)));
    method = new Choice<>(CamMethod::title, one -> wish(model.heat().withMethod(one.key())));
    method.helped(one -> Optional.of(one.help()));
    stage =
        new Choice<>(
            one -> one.map(StageItem::title).orElse(Messages.text("heat.stage.final")),
            one -> {
              ofStage = one;
              hearer.lookChanged();
            });
    colours = new Choice<>(ColourMap::title, one -> lookChanged());
    shown.setOpaque(false);
    shown.addActionListener(event -> wish(model.heat().withWanted(shown.isSelected())));
    hottest.setToolTipText(Messages.text("heat.hottest.tip"));
    hottest.addActionListener(event -> hearer.hottest());
    stageRow = new FormRow(labels, Messages.text("heat.stage"), stage.box());
    JPanel button = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
    button.setOpaque(false);
    button.add(hottest);
    view.with(
        shown,
        new FormRow(labels, Messages.text("heat.class"), label.box()),
        new FormRow(labels, Messages.text("heat.method"), method.box()),
        stageRow,
        new FormRow(labels, Messages.text("heat.opacity"), opacity.row(), opacity.slider()),
        new FormRow(labels, Messages.text("heat.threshold"), threshold.row(), threshold.slider())
            .tip(Messages.text("heat.threshold.tip")),
        new FormRow(labels, Messages.text("heat.colours"), colours.box()),
        new FormRow(labels, Messages.text("heat.scale"), scale),
        state,
        button);
    showLook();
  }

  private HeatWish ofClass(Optional<ClassLabel> one) {
    return model.heat().withClass(one.map(ClassLabel::key));
  }

  private void wish(HeatWish wish) {
    model.setHeat(wish);
    hearer.wishChanged();
  }

  private void lookChanged() {
    look =
        new HeatStyle(
            colours.box().getItemAt(colours.box().getSelectedIndex()),
            opacity.slider().getValue() / 100.0,
            threshold.slider().getValue() / 100.0);
    scale.show(look, Messages.text("heat.scale.name"));
    hearer.lookChanged();
  }

  private void showLook() {
    colours.show(List.of(ColourMap.values()), look.colours());
    opacity.show(look.opacity());
    threshold.show(look.threshold());
    scale.show(look, Messages.text("heat.scale.name"));
  }

  /** Takes a look that was chosen elsewhere. */
  void setLook(HeatStyle other) {
    look = other;
    showLook();
  }

  HeatStyle look() {
    return look;
  }

  /** Whether a slider is being moved: what is remembered waits for its end. */
  boolean isMoving() {
    return opacity.isMoving() || threshold.isMoving();
  }

  /** Key of the stage whose heat map is shown; empty for that of the whole answer. */
  Optional<String> stage() {
    return ofStage.map(StageItem::key);
  }

  /**
   * @param stages those of the answer with a heat map of their own
   * @param explained the class that the heat map explains; empty where there is none
   */
  void refresh(List<StageItem> stages, Optional<String> explained) {
    view.setVisible(
        model.model().map(ModelPackage::card).filter(card -> card.hasNetwork()).isPresent()
            || explained.isPresent());
    HeatWish wish = model.heat();
    shown.setSelected(wish.wanted());
    List<Optional<ClassLabel>> classes = new ArrayList<>(List.of(Optional.empty()));
    model.task().map(Task::classes).orElse(List.of()).stream()
        .map(Optional::of)
        .forEach(classes::add);
    label.show(
        classes, wish.classKey().flatMap(key -> model.task().flatMap(task -> task.classOf(key))));
    method.show(CamMethods.all(), CamMethods.get(wish.method()));
    ofStage = ofStage.filter(stages::contains);
    List<Optional<StageItem>> items =
        Stream.concat(Stream.of(Optional.<StageItem>empty()), stages.stream().map(Optional::of))
            .toList();
    stage.show(items, ofStage);
    stageRow.setVisible(!stages.isEmpty());
    boolean there = wish.wanted() && explained.isPresent();
    hottest.setEnabled(there);
    state.show(
        there ? Messages.text("heat.explains", explained.get()) : Messages.text("heat.nothing"));
    Stream.of(label.box(), method.box(), stage.box(), colours.box())
        .forEach(box -> box.setEnabled(wish.wanted()));
    opacity.slider().setEnabled(wish.wanted());
    threshold.slider().setEnabled(wish.wanted());
  }

  private static String title(Optional<ClassLabel> label) {
    return label.map(ClassLabel::title).orElse(Messages.text("heat.predicted"));
  }

  JComponent view() {
    return view;
  }
}
