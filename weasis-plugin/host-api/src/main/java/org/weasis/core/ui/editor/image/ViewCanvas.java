package org.weasis.core.ui.editor.image;

import java.awt.Font;
import java.awt.event.FocusListener;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.beans.PropertyChangeListener;
import java.util.Comparator;
import java.util.List;
import javax.swing.Action;
import javax.swing.JPopupMenu;
import javax.swing.border.Border;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.gui.Image2DViewer;
import org.weasis.core.api.gui.util.Feature;
import org.weasis.core.api.gui.util.MouseActionAdapter;
import org.weasis.core.api.image.OpManager;
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
  default MouseActionAdapter getAction(Feature<?> feature) {
    throw new SignatureOnly();
  }

  default void resetMouseAdapter() {
    throw new SignatureOnly();
  }

  MouseActionAdapter getMouseAdapter(String text);

  ImageViewerEventManager<E> getEventManager();

  void setSeries(MediaSeries<E> mediaSeries);

  void setSeries(MediaSeries<E> mediaSeries, E media);

  default void setFocused(Boolean flag) {
    throw new SignatureOnly();
  }

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

  default Font getFont() {
    throw new SignatureOnly();
  }

  Font getLayerFont();

  void setDrawingsVisibility(Boolean flag);

  Object getLensActionValue(String text);

  OpManager getDisplayOpManager();

  int getPointerType();

  void setPointerType(int value);

  void resetPointerType(int value);

  Point2D getHighlightedPosition();

  List<Action> getExportActions();

  void resetZoom();

  void resetPan();

  void reset();

  void closeLens();

  void updateCanvas(boolean flag);

  boolean requiredTextAntialiasing();

  JPopupMenu buildContextMenu(MouseEvent mouseEvent);

  boolean hasValidContent();
}
