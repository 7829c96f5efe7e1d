package org.radcam.weasis.host;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weasis.dicom.viewer2d.View2dContainer;

/**
 * The toolbar and the tool that Weasis' 2D viewers have of the plugin, to be taken off them for
 * sure. Weasis does that itself while a factory is being unregistered on the event dispatch thread;
 * where that thread had no time before the framework unregistered it, Weasis finds the factory
 * gone, and keeps what it made. On the event dispatch thread.
 *
 * <p>Weasis' lists of them are public, but of a type that a plugin does not link to: so by
 * reflection.
 */
final class ViewerParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ViewerParts.class);

  private final List<Component> parts = new ArrayList<>();

  /** Notes what is given to Weasis. */
  <T extends Component> T given(T part) {
    parts.add(part);
    return part;
  }

  @Override
  public void close() {
    try {
      close(View2dContainer.class.getField("UI").get(null));
    } catch (ReflectiveOperationException e) {
      LOG.debug("The viewer's lists are not to be had: {}", e.getClass().getName());
    }
  }

  /**
   * Takes them off.
   *
   * @param viewers what has the lists of toolbars and of tools
   */
  void close(Object viewers) throws ReflectiveOperationException {
    for (String list : List.of("getToolBars", "getTools")) {
      if (viewers.getClass().getMethod(list).invoke(viewers) instanceof List<?> all) {
        all.removeIf(parts::contains);
      }
    }
    for (Component part : parts) {
      Container parent = part.getParent();
      if (part instanceof RadcamToolBar && parent != null) {
        parent.remove(part);
        parent.revalidate();
        parent.repaint();
      }
    }
    parts.clear();
  }
}
