package org.radcam.weasis.host;

import java.awt.Window;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.Timer;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.weasis.core.api.gui.util.GuiUtils;

/**
 * The RadCAM menu in the viewer's menu bar. Weasis has no place for menus of plugins: it is added
 * to the window, as soon as there is one. On the event dispatch thread.
 */
final class PluginMenu implements AutoCloseable {
  /** How often it is looked whether the window is there: a plugin starts before it is shown. */
  private static final int LOOK_MILLISECONDS = 500;

  /** Two minutes; a viewer without a menu bar never gets one. */
  private static final int MOST_LOOKS = 240;

  private final JMenu menu = new JMenu("RadCAM");
  private int looks;
  private final Timer looking =
      new Timer(LOOK_MILLISECONDS, event -> EventThread.safely(this::add));

  /** What the menu does. */
  interface Actions {
    void openTask(String key);

    void openPanel();

    void openResults();

    void openPreferences();

    void about();
  }

  PluginMenu(Actions actions) {
    menu.setName("radcam.menu");
    for (String key : Tasks.keys()) {
      Task task = Tasks.get(key);
      JMenuItem item =
          item(task.title() + "...", "radcam.task." + key, () -> actions.openTask(key));
      item.setToolTipText(task.question());
      menu.add(item);
    }
    menu.addSeparator();
    menu.add(item("Show Panel", "radcam.panel", actions::openPanel));
    menu.add(item("Open Results Folder", "radcam.results", actions::openResults));
    menu.addSeparator();
    menu.add(item("Preferences...", "radcam.preferences", actions::openPreferences));
    menu.add(item("About RadCAM...", "radcam.about", actions::about));
    add();
    if (menu.getParent() == null) {
      looking.start();
    }
  }

  private static JMenuItem item(String text, String name, Runnable action) {
    JMenuItem item = new JMenuItem(text);
    item.setName(name);
    item.addActionListener(event -> EventThread.safely(action));
    return item;
  }

  private void add() {
    looks++;
    if (looks > MOST_LOOKS) {
      looking.stop();
    }
    bar()
        .ifPresent(
            bar -> {
              looking.stop();
              // Before the viewer's last menu, Help.
              bar.add(menu, Math.max(0, bar.getMenuCount() - 1));
              refresh(bar);
            });
  }

  private static Optional<JMenuBar> bar() {
    Window window = GuiUtils.getUICore().getApplicationWindow();
    return window instanceof JFrame frame
        ? Optional.ofNullable(frame.getJMenuBar())
        : Optional.empty();
  }

  private static void refresh(JMenuBar bar) {
    bar.revalidate();
    bar.repaint();
  }

  @Override
  public void close() {
    looking.stop();
    if (menu.getParent() instanceof JMenuBar bar) {
      bar.remove(menu);
      refresh(bar);
    }
  }
}
