package org.radcam.weasis.host;

import bibliothek.gui.dock.common.CLocation;
import java.awt.BorderLayout;
import java.lang.reflect.Method;
import javax.swing.JComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weasis.core.api.gui.Insertable;
import org.weasis.core.ui.docking.PluginTool;

/**
 * The panel as a tool of Weasis's 2D viewer, at its right edge unless the user docks it elsewhere.
 */
final class RadcamTool extends PluginTool {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RadcamTool.class);

  /** Behind Weasis's own tools. */
  private static final int POSITION = 120;

  /** Wide enough for two columns of fields; Weasis scales it. */
  private static final int WIDTH = 380;

  RadcamTool(JComponent panel) {
    super("RadCAM", Insertable.Type.TOOL, POSITION);
    setDockableWidth(WIDTH);
    setLayout(new BorderLayout());
    add(panel, BorderLayout.CENTER);
  }

  @Override
  protected void changeToolWindowAnchor(CLocation location) {
    // The panel looks the same wherever it is docked.
  }

  /** Shows it, and unfolds it where it is only a tab at the window's edge. */
  void open() {
    showDockable();
    unfold();
    requestFocusInWindow();
  }

  /**
   * Weasis shows tools folded. What unfolds them is the docking library's, of which a plugin links
   * to nothing but {@link CLocation}: so by reflection, and where that fails the tab stays a tab.
   */
  private void unfold() {
    try {
      Object dockable = PluginTool.class.getMethod("getDockable").invoke(this);
      for (Method method : dockable.getClass().getMethods()) {
        if (method.getName().equals("setExtendedMode") && method.getParameterCount() == 1) {
          Class<?> mode = method.getParameterTypes()[0];
          method.invoke(dockable, mode.getField("NORMALIZED").get(null));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("The RadCAM panel could not be unfolded: {}", e.getClass().getName());
    }
  }
}
