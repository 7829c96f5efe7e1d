package org.radcam.screenshots;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** What is on the screen: waits for windows, fills dialogs in, takes pictures. */
final class Screen {
  private static final long PATIENCE_MS = 120_000;
  private static final int STEP_MS = 100;

  /** Windows are painted a while after they are there. */
  private static final int SETTLE_MS = 700;

  private final Robot robot;
  private final Path out;

  Screen(Path out) throws AWTException {
    this.robot = new Robot();
    this.out = out;
  }

  /** Waits for a dialog of a title. */
  Dialog dialog(String title) throws InterruptedException {
    for (long waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
      Optional<Dialog> found = dialogs().filter(one -> title.equals(one.getTitle())).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(STEP_MS);
    }
    throw new IllegalStateException("There is no dialog '" + title + "'");
  }

  /** The dialogs that are shown. */
  static Stream<Dialog> dialogs() {
    return Stream.of(Window.getWindows())
        .filter(Window::isShowing)
        .filter(Dialog.class::isInstance)
        .map(Dialog.class::cast);
  }

  /** A picture of a window, with its frame. */
  void take(Window window, String name) throws IOException, InterruptedException {
    window.toFront();
    take(name, window::getBounds);
  }

  /** A picture of a part of the screen. */
  void take(String name, Callable<Rectangle> part) throws IOException, InterruptedException {
    Thread.sleep(SETTLE_MS);
    try {
      Path file = out.resolve(name + ".png");
      ImageIO.write(robot.createScreenCapture(part.call()), "png", file.toFile());
      System.out.println(file);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Types or chooses a value in the input beside a label. */
  static void fill(Dialog dialog, String label, String value) throws Exception {
    Component input = beside(dialog, label);
    SwingUtilities.invokeAndWait(() -> set(input, value));
  }

  private static void set(Component input, String value) {
    if (input instanceof JComboBox<?> chooser) {
      chooser.setSelectedItem(value);
    } else if (input instanceof JTextComponent field) {
      field.setText(value);
    } else if (input instanceof Container parts && parts.getComponentCount() > 0) {
      set(parts.getComponent(0), value);
    }
  }

  /** Presses a button. */
  static void press(Dialog dialog, String text) {
    JButton button =
        all(dialog)
            .filter(JButton.class::isInstance)
            .map(JButton.class::cast)
            .filter(one -> text.equals(one.getText()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no button '" + text + "'"));
    SwingUtilities.invokeLater(button::doClick);
  }

  private static Component beside(Container dialog, String label) {
    Component name =
        all(dialog)
            .filter(JLabel.class::isInstance)
            .filter(one -> label.equals(((JLabel) one).getText()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no input '" + label + "'"));
    Component[] row = name.getParent().getComponents();
    for (int n = 0; n + 1 < row.length; n++) {
      if (row[n] == name) {
        return row[n + 1];
      }
    }
    throw new IllegalStateException("Nothing is beside '" + label + "'");
  }

  private static Stream<Component> all(Container container) {
    return Stream.of(container.getComponents())
        .flatMap(
            part ->
                part instanceof Container inner
                    ? Stream.concat(Stream.of(part), all(inner))
                    : Stream.of(part));
  }
}
