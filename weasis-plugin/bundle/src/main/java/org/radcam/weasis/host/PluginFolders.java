package org.radcam.weasis.host;

import java.awt.Component;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.swing.JOptionPane;

/** The folders that the plugin uses. */
final class PluginFolders {
  /** Where Weasis keeps what it throws away when it ends. */
  private static final String HOST_TEMPORARY = "weasis.tmp.dir";

  private PluginFolders() {}

  /**
   * A folder for files that are given to the viewer, which reads them as long as it is open and
   * then throws them away. It is made when the first file is written.
   */
  static Path captures() {
    Path temporary =
        Path.of(System.getProperty(HOST_TEMPORARY, System.getProperty("java.io.tmpdir")));
    return temporary.resolve("radcam-" + UUID.randomUUID());
  }

  /** Shows a folder in the system's file manager, or where it is. */
  static void show(Component parent, Optional<Path> folder) {
    if (folder.filter(Files::isDirectory).isEmpty()) {
      JOptionPane.showMessageDialog(
          parent,
          folder
              .map(path -> "The results folder is not there: " + path)
              .orElse("No results have been saved yet. Save one in the RadCAM panel first."),
          "RadCAM",
          JOptionPane.INFORMATION_MESSAGE);
      return;
    }
    Thread opening =
        new Thread(
            () -> {
              if (!open(folder.get())) {
                EventThread.later(
                    () ->
                        JOptionPane.showMessageDialog(
                            parent,
                            "The results are in " + folder.get(),
                            "RadCAM",
                            JOptionPane.INFORMATION_MESSAGE));
              }
            },
            "RadCAM results folder");
    opening.setDaemon(true);
    opening.start();
  }

  /** Some systems take seconds for that: never on the event dispatch thread. */
  private static boolean open(Path folder) {
    try {
      if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
        return false;
      }
      Desktop.getDesktop().open(folder.toFile());
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
