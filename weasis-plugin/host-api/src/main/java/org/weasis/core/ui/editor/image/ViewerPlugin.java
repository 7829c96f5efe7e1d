package org.weasis.core.ui.editor.image;

import java.awt.Component;
import javax.swing.Icon;
import javax.swing.JPanel;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.media.data.MediaElement;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.ui.editor.SeriesViewer;

public abstract class ViewerPlugin<E extends MediaElement> extends JPanel
    implements SeriesViewer<E> {
  protected ViewerPlugin(String text) {
    throw new SignatureOnly();
  }

  protected ViewerPlugin(String text, String text2, Icon icon, String text3) {
    throw new SignatureOnly();
  }

  public MediaSeriesGroup getGroupID() {
    throw new SignatureOnly();
  }

  public void setGroupID(MediaSeriesGroup mediaSeriesGroup) {
    throw new SignatureOnly();
  }

  public String getPluginName() {
    throw new SignatureOnly();
  }

  public void setPluginName(String text) {
    throw new SignatureOnly();
  }

  public void close() {
    throw new SignatureOnly();
  }

  public Component getComponent() {
    throw new SignatureOnly();
  }
}
