package org.weasis.core.api.service;

import java.awt.Window;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.image.ViewerPlugin;
import org.weasis.core.ui.util.Toolbar;

/** The window of the test host, and what it remembers. */
public final class UICore {
  private static final UICore INSTANCE = new UICore();

  private final List<ViewerPlugin<?>> viewers = new CopyOnWriteArrayList<>();
  private final WProperties system = new WProperties();
  private final WProperties local = new WProperties();
  private Window window;
  private int saves;

  private UICore() {}

  public static UICore getInstance() {
    return INSTANCE;
  }

  /** Shows this window as the viewer's; none where there is no screen. */
  public void setApplicationWindow(Window newWindow) {
    window = newWindow;
  }

  /** Forgets what it remembers. */
  public void clear() {
    viewers.clear();
    system.clear();
    local.clear();
    window = null;
    saves = 0;
  }

  /** How often preferences were saved. */
  public int saves() {
    return saves;
  }

  public synchronized void saveSystemPreferences() {
    saves++;
  }

  public Window getApplicationWindow() {
    return window;
  }

  public List<ViewerPlugin<?>> getViewerPlugins() {
    return viewers;
  }

  public List<Toolbar> getExplorerPluginToolbars() {
    return List.of();
  }

  public WProperties getSystemPreferences() {
    return system;
  }

  public WProperties getLocalPersistence() {
    return local;
  }

  public boolean isSeriesOpenInViewer(MediaSeries<?> series) {
    return viewers.stream().anyMatch(viewer -> viewer.getOpenSeries().contains(series));
  }

  /** Marks a series that no view shows any more. */
  public void closeSeries(MediaSeries<?> series) {
    if (series != null && !isSeriesOpenInViewer(series)) {
      series.setOpen(false);
      series.setSelected(false, null);
      series.setFocused(false);
    }
  }
}
