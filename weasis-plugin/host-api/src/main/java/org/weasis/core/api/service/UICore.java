package org.weasis.core.api.service;

import java.awt.Window;
import java.util.List;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.editor.image.ViewerPlugin;
import org.weasis.core.ui.util.Toolbar;

public final class UICore {
  private UICore() {}

  public static UICore getInstance() {
    throw new SignatureOnly();
  }

  public synchronized void saveSystemPreferences() {
    throw new SignatureOnly();
  }

  public Window getApplicationWindow() {
    throw new SignatureOnly();
  }

  public List<ViewerPlugin<?>> getViewerPlugins() {
    throw new SignatureOnly();
  }

  public List<Toolbar> getExplorerPluginToolbars() {
    throw new SignatureOnly();
  }

  public WProperties getSystemPreferences() {
    throw new SignatureOnly();
  }

  public WProperties getLocalPersistence() {
    throw new SignatureOnly();
  }

  public boolean isSeriesOpenInViewer(MediaSeries<?> mediaSeries) {
    throw new SignatureOnly();
  }

  public void closeSeries(MediaSeries<?> mediaSeries) {
    throw new SignatureOnly();
  }
}
