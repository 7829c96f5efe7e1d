package org.radcam.weasis.panel;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JTextField;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.keep.CaptureWriter;
import org.radcam.weasis.keep.ResultKeeper;
import org.radcam.weasis.panel.parts.Buttons;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;
import org.radcam.weasis.panel.state.ResultText;
import org.radcam.weasis.panel.state.ResultView;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.viewer.Viewer;

/** Keeps the answer: as files, as images of the patient, as text. */
final class KeepSection {
  private final PanelModel model;
  private final Viewer viewer;
  private final PluginSettings settings;
  private final CaptureWriter captures;
  private final Background background;
  private final Supplier<HeatStyle> look;
  private final Section view = new Section(Messages.text("keep"));
  private final JButton save = new JButton(Messages.text("keep.save"));
  private final JButton add = new JButton(Messages.text("keep.add"));
  private final JButton copy = new JButton(Messages.text("keep.copy"));
  private final JTextField name = new JTextField();
  private final WrappedText outcome = new WrappedText("", Ink.QUIET);
  private boolean working;
  private Optional<Answer> told = Optional.empty();

  /** The dialog that asks for a folder: a test answers in its place. */
  private Supplier<Optional<Path>> folders = this::ask;

  KeepSection(
      PanelModel model,
      LabelColumn labels,
      Viewer viewer,
      PluginSettings settings,
      CaptureWriter captures,
      Background background,
      Supplier<HeatStyle> look) {
    this.model = model;
    this.viewer = viewer;
    this.settings = settings;
    this.captures = captures;
    this.background = background;
    this.look = look;
    save.setToolTipText(Messages.text("keep.save.tip"));
    add.setToolTipText(Messages.text("keep.add.tip"));
    copy.setToolTipText(Messages.text("keep.copy.tip"));
    save.addActionListener(event -> model.shown().ifPresent(this::save));
    add.addActionListener(event -> model.shown().ifPresent(this::add));
    view.with(
        new FormRow(labels, Messages.text("keep.name"), name).tip(Messages.text("keep.name.tip")),
        new Buttons(save, add, copy),
        outcome);
    // Enter saves here, and does not run.
    name.addActionListener(event -> save.doClick());
    name.setToolTipText(Messages.text("keep.name.tip"));
    outcome.setVisible(false);
  }

  /** What "Copy as text" copies. */
  void copies(Supplier<Optional<ResultView>> result) {
    copy.addActionListener(
        event ->
            result
                .get()
                .ifPresent(
                    what -> {
                      tell(copied(ResultText.of(what, model.notice())));
                    }));
  }

  /** Copies a text, and says what came of it. */
  private static String copied(String text) {
    StringSelection selection = new StringSelection(text);
    try {
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
      return Messages.text("keep.copied");
    } catch (IllegalStateException e) {
      return Messages.text("keep.copied.not");
    }
  }

  private void save(Answer answer) {
    Optional<Path> folder = folders.get();
    if (folder.isEmpty()) {
      return;
    }
    settings.setResultsFolder(folder);
    HeatStyle style = look.get();
    String typed = name.getText().strip();
    work(
        Messages.text("keep.saving"),
        () -> keep(answer, folder.get(), typed, style),
        files -> tell(Messages.text("keep.saved", name(files), folder.get())));
  }

  private static List<Path> keep(Answer answer, Path folder, String name, HeatStyle style) {
    ResultKeeper keeper = new ResultKeeper();
    return name.isEmpty()
        ? keeper.keep(answer, folder, style)
        : keeper.keep(answer, folder, name, style);
  }

  private void add(Answer answer) {
    HeatStyle style = look.get();
    Path folder = settings.captureFolder();
    work(
        Messages.text("keep.adding"),
        () -> captures.write(answer, style, folder),
        files -> {
          viewer.addToPatient(files);
          tell(Messages.text("keep.added", count(files)));
        });
  }

  private static String count(List<Path> files) {
    return files.size() == 1
        ? Messages.text("keep.files.one")
        : Messages.text("keep.files.several", files.size());
  }

  private void work(
      String doing, java.util.concurrent.Callable<List<Path>> writing, Consumer<List<Path>> done) {
    working = true;
    outcome.setInk(Ink.QUIET);
    outcome.show(doing);
    refresh();
    background.run(
        writing,
        files -> {
          working = false;
          done.accept(files);
          refresh();
        },
        why -> {
          working = false;
          outcome.setInk(Ink.WRONG);
          outcome.show(why);
          refresh();
        });
  }

  private void tell(String text) {
    outcome.setInk(Ink.QUIET);
    outcome.show(text);
    view.revalidate();
  }

  /** How the case is called: its files lie in a folder of that name. */
  private static String name(List<Path> files) {
    return files.get(files.size() - 1).getParent().getFileName().toString();
  }

  private Optional<Path> ask() {
    JFileChooser chooser =
        new JFileChooser(settings.resultsFolder().map(Path::toFile).orElse(null));
    chooser.setDialogTitle(Messages.text("keep.folder"));
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    int answer = chooser.showDialog(view, Messages.text("keep.folder.take"));
    File chosen = chooser.getSelectedFile();
    return answer == JFileChooser.APPROVE_OPTION && chosen != null
        ? Optional.of(chosen.toPath())
        : Optional.empty();
  }

  /** Asks for a folder in another way. */
  void setFolders(Supplier<Optional<Path>> other) {
    folders = other;
  }

  void refresh() {
    Optional<Answer> answer = model.shown();
    view.setVisible(answer.isPresent());
    save.setEnabled(!working && !model.isText());
    add.setEnabled(!working && answer.filter(KeepSection::hasHeat).isPresent());
    if (!answer.equals(told) && !working) {
      outcome.show("");
    }
    if (!answer.map(Answer::viewerCase).equals(told.map(Answer::viewerCase))) {
      // Another case must not get this one's name.
      name.setText("");
    }
    told = answer;
    view.revalidate();
  }

  private static boolean hasHeat(Answer answer) {
    return answer.result().heatMap().isPresent();
  }

  JComponent view() {
    return view;
  }
}
