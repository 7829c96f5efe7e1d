package org.weasis.core.ui.editor.image;

import java.awt.Component;
import javax.swing.Icon;
import javax.swing.JPanel;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.ui.editor.SeriesViewer;

/** A viewer in the window of the test host. */
public abstract class ViewerPlugin<E extends MediaElement> extends JPanel
    implements SeriesViewer<E> {
  private String pluginName;
  private transient MediaSeriesGroup group;

  protected ViewerPlugin(String pluginName) {
    this.pluginName = pluginName;
  }

  protected ViewerPlugin(String uid, String pluginName, Icon icon, String tooltip) {
    this(pluginName);
  }

  @Override
  public MediaSeriesGroup getGroupID() {
    return group;
  }

  public void setGroupID(MediaSeriesGroup newGroup) {
    group = newGroup;
  }

  @Override
  public String getPluginName() {
    return pluginName;
  }

  public void setPluginName(String newName) {
    pluginName = newName;
  }

  @Override
  public void close() {}

  public Component getComponent() {
    return this;
  }
}
