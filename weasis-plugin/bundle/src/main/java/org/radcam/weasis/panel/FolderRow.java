package org.radcam.weasis.panel;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import org.radcam.weasis.panel.parts.Buttons;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.state.Messages;

/** A folder that the user may choose, or leave to RadCAM. */
final class FolderRow {
  private final Column view = new Column(0.2);
  private final WrappedText shown = new WrappedText("");
  private final JButton usual = new JButton(Messages.text("folder.usual"));
  private final String otherwise;
  private final Consumer<Optional<Path>> changed;
  private Optional<Path> folder;

  /**
   * @param otherwise what is shown where no folder is chosen
   */
  FolderRow(Optional<Path> folder, String otherwise, Consumer<Optional<Path>> changed) {
    this.folder = folder;
    this.otherwise = otherwise;
    this.changed = changed;
    JButton choose = new JButton(Messages.text("folder.choose"));
    choose.addActionListener(event -> choose());
    usual.addActionListener(event -> take(Optional.empty()));
    view.with(shown, new Buttons(choose, usual));
    show(folder);
  }

  private void choose() {
    JFileChooser chooser = new JFileChooser(folder.map(Path::toFile).orElse(null));
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    int answer = chooser.showDialog(view, Messages.text("folder.take"));
    File chosen = chooser.getSelectedFile();
    if (answer == JFileChooser.APPROVE_OPTION && chosen != null) {
      take(Optional.of(chosen.toPath()));
    }
  }

  private void take(Optional<Path> chosen) {
    show(chosen);
    changed.accept(chosen);
  }

  void show(Optional<Path> chosen) {
    folder = chosen;
    shown.show(chosen.map(Path::toString).orElse(otherwise));
    usual.setEnabled(chosen.isPresent());
  }

  Optional<Path> folder() {
    return folder;
  }

  JComponent view() {
    return view;
  }
}
