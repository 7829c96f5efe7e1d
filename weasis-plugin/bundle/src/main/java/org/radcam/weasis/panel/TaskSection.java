package org.radcam.weasis.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.StandingLine;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.ModelNote;
import org.radcam.weasis.panel.state.PanelModel;

/** Which question, which model answers it, and where it computes. */
final class TaskSection {
  private final PanelModel model;
  private final List<Task> tasks = Tasks.all();
  private final Column view = new Column();
  private final Choice<Task> task;
  private final Choice<ModelPackage> answering;
  private final Choice<DeviceChoice> device;
  private final WrappedText question = new WrappedText("", Ink.QUIET);
  private final StandingLine standing = new StandingLine();
  private final WrappedText note = new WrappedText("", Ink.QUIET);

  /**
   * @param taskChosen is told the key of the task that the user chose
   * @param modelChosen is told that another model or device was chosen
   */
  TaskSection(
      PanelModel model,
      LabelColumn labels,
      Consumer<String> taskChosen,
      Consumer<ModelPackage> modelChosen,
      Consumer<DeviceChoice> deviceChosen) {
    this.model = model;
    task = new Choice<>(Task::title, chosen -> taskChosen.accept(chosen.key()));
    answering = new Choice<>(TaskSection::title, TaskSection::canAnswer, modelChosen);
    answering.helped(one -> Optional.of(one.card().description()));
    device = new Choice<>(TaskSection::title, deviceChosen);
    device.helped(one -> Optional.of(Messages.text("device.tip")));
    view.with(
        new FormRow(labels, Messages.text("task"), task.box()),
        question,
        new FormRow(labels, Messages.text("model"), answering.box()),
        standing,
        note,
        new FormRow(labels, Messages.text("device"), device.box()));
  }

  void refresh() {
    model.task().ifPresentOrElse(one -> task.show(tasks, one), () -> task.show(tasks));
    question.show(model.task().map(Task::question).orElse(""));
    List<ModelPackage> models = model.models();
    model.model().ifPresentOrElse(one -> answering.show(models, one), () -> answering.show(models));
    answering.box().setEnabled(!models.isEmpty());
    device.show(Devices.offered(model.device()), model.device());
    Optional<ModelCard> card = model.model().map(ModelPackage::card);
    standing.setVisible(card.isPresent());
    card.ifPresent(one -> standing.show(one.standing()));
    note.show(card.map(one -> String.join(" ", ModelNote.of(one))).orElse(""));
    note.setInk(card.filter(one -> one.weights().isEmpty()).isPresent() ? Ink.WRONG : Ink.QUIET);
  }

  private static String title(ModelPackage model) {
    return canAnswer(model)
        ? model.card().name()
        : Messages.text("model.title.needs-weights", model.card().name());
  }

  static String title(DeviceChoice device) {
    return switch (device.kind()) {
      case AUTO -> Messages.text("device.auto");
      case CPU -> Messages.text("device.cpu");
      case CUDA -> Messages.text("device.cuda", device.index());
    };
  }

  private static boolean canAnswer(ModelPackage model) {
    return model.card().weights().isPresent();
  }

  JComponent view() {
    return view;
  }
}
