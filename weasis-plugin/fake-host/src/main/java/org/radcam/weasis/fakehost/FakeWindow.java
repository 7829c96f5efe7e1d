package org.radcam.weasis.fakehost;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.api.gui.InsertableFactory;
import org.weasis.core.api.service.UICore;
import org.weasis.core.ui.docking.PluginTool;
import org.weasis.core.ui.util.WtoolBar;
import org.weasis.dicom.viewer2d.View2dContainer;

/**
 * The window of the test host: menus above, toolbars, views, and panels to the right of them. It
 * takes what factories make, as Weasis does with its services. Needs a screen, and is used on the
 * event dispatch thread.
 */
public final class FakeWindow {
  private final JFrame frame = new JFrame("Test host");
  private final List<Made> made = new ArrayList<>();

  private record Made(InsertableFactory factory, Insertable component) {}

  /** A window around a viewer; it becomes the application's. */
  @SuppressWarnings("JdkObsolete") // The host's factories ask for a Hashtable.
  public FakeWindow(View2dContainer viewer, List<InsertableFactory> factories) {
    JMenuBar menus = new JMenuBar();
    menus.add(new JMenu("File"));
    menus.add(new JMenu("Display"));
    frame.setJMenuBar(menus);
    JPanel toolbars = new JPanel(new FlowLayout(FlowLayout.LEADING));
    JPanel tools = new JPanel(new BorderLayout());
    for (InsertableFactory factory : factories) {
      Insertable component = factory.createInstance(new Hashtable<>());
      made.add(new Made(factory, component));
      if (component instanceof WtoolBar toolbar) {
        toolbars.add(toolbar);
      } else if (component instanceof PluginTool tool) {
        Component panel = tool.getToolComponent();
        tools.add(panel, BorderLayout.CENTER);
      }
    }
    frame.add(toolbars, BorderLayout.PAGE_START);
    frame.add(viewer, BorderLayout.CENTER);
    frame.add(tools, BorderLayout.LINE_END);
    UICore.getInstance().setApplicationWindow(frame);
  }

  /** Shows it in a size. */
  public JFrame show(int width, int height) {
    frame.setSize(width, height);
    frame.setVisible(true);
    return frame;
  }

  /** Gives what the factories made back to them, and closes the window. */
  public void close() {
    made.forEach(each -> each.factory().dispose(each.component()));
    made.clear();
    frame.dispose();
  }
}
