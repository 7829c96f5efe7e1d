package org.weasis.core.ui.editor.image;

import java.awt.event.FocusListener;
import java.awt.event.KeyListener;
import java.beans.PropertyChangeListener;
import java.util.Comparator;
import javax.swing.border.Border;
import org.weasis.core.api.gui.Image2DViewer;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.ui.model.utils.ImageLayerChangeListener;

public interface ViewCanvas<E extends ImageElement>
    extends Canvas,
        Image2DViewer<E>,
        PropertyChangeListener,
        FocusListener,
        ImageLayerChangeListener<E>,
        KeyListener {
  ImageViewerEventManager<E> getEventManager();

  void setSeries(MediaSeries<E> mediaSeries);

  void setSeries(MediaSeries<E> mediaSeries, E media);

  void setBorder(Border border);

  Border getBorder();

  int getTileOffset();

  void setTileOffset(int value);

  void center();

  void setCenter(Double value, Double value2);

  Comparator<E> getCurrentSortComparator();

  void setActionsInView(String text, Object value);

  void setActionsInView(String text, Object value, Boolean flag);

  void setSelected(Boolean flag);

  void setDrawingsVisibility(Boolean flag);

  void resetZoom();

  void resetPan();

  void reset();

  void updateCanvas(boolean flag);

  boolean hasValidContent();
}
