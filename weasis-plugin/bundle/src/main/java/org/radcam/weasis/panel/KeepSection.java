package org.radcam.weasis.panel;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.keep.CaptureWriter;
import org.radcam.weasis.keep.ResultKeeper;
import org.radcam.weasis.panel.parts.Buttons;
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
  private final WrappedText outcome = new WrappedText("", Ink.QUIET);
  private boolean working;
  private Optional<Answer> told = Optional.empty();

  /** The dialog that asks for a folder: a test answers in its place. */
  private Supplier<Optional<Path>> folders = this::ask;

  KeepSection(
      PanelModel model,
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
    view.with(new Buttons(save, add, copy), outcome);
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
                      copy(ResultText.of(what, model.notice()));
                      tell(Messages.text("keep.copied"));
                    }));
  }

  private static void copy(String text) {
    StringSelection selection = new StringSelection(text);
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, selection);
  }

  private void save(Answer answer) {
    Optional<Path> folder = folders.get();
    if (folder.isEmpty()) {
      return;
    }
    settings.setResultsFolder(folder);
    HeatStyle style = look.get();
    work(
        Messages.text("keep.saving"),
        () -> new ResultKeeper().keep(answer, folder.get(), style),
        files -> tell(Messages.text("keep.saved", names(files), folder.get())));
  }

  private void add(Answer answer) {
    HeatStyle style = look.get();
    Path folder = settings.captureFolder();
    work(
        Messages.text("keep.adding"),
        () -> captures.write(answer, style, Files.createDirectories(folder)),
        files -> {
          if (!files.isEmpty()) {
            viewer.addToPatient(files);
          }
          tell(
              files.isEmpty()
                  ? Messages.text("keep.added.none")
                  : Messages.text("keep.added", files.size()));
        });
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

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
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
    save.setEnabled(!working);
    add.setEnabled(!working && answer.filter(KeepSection::hasHeat).isPresent());
    if (!answer.equals(told) && !working) {
      outcome.show("");
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
