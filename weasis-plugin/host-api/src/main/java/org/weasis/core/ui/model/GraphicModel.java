package org.weasis.core.ui.model;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import org.weasis.core.api.image.util.MeasurableLayer;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.ui.editor.image.Canvas;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.graphic.DragGraphic;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.UUIDable;

public interface GraphicModel extends UUIDable {
  List<Graphic> getModels();

  void setModels(List<Graphic> list);

  void updateLabels(Object value, ViewCanvas<? extends ImageElement> viewCanvas);

  void addGraphic(Graphic graphic);

  Optional<GraphicLayer> findLayerByType(LayerType layerType);

  void deleteByLayerType(LayerType layerType);

  List<Graphic> getAllGraphics();

  List<Graphic> getSelectedAllGraphicsIntersecting(Rectangle rectangle, AffineTransform transform);

  List<Graphic> getSelectedAllGraphicsIntersecting(
      Rectangle rectangle, AffineTransform transform, boolean flag);

  List<DragGraphic> getSelectedDraggableGraphics();

  List<Graphic> getSelectedGraphics();

  void deleteSelectedGraphics(Canvas canvas, Boolean flag);

  void setSelectedGraphic(List<Graphic> list);

  void clear();

  void setSelectedAllGraphics();

  void fireGraphicsSelectionChanged(MeasurableLayer measurableLayer);

  void draw(
      Graphics2D graphics,
      AffineTransform transform,
      AffineTransform transform2,
      Rectangle2D rectangle2D);

  void dispose();

  void fireChanged();

  Boolean isChangeFiringSuspended();

  void setChangeFiringSuspended(Boolean flag);

  int getLayerCount();

  void removeGraphic(Graphic graphic);

  void addGraphicChangeHandler(PropertyChangeListener listener);

  void removeGraphicChangeHandler(PropertyChangeListener listener);

  List<GraphicLayer> getLayers();

  List<GraphicLayer> groupLayerByType();

  void deleteByLayer(GraphicLayer graphicLayer);

  void deleteNonSerializableGraphics();

  boolean hasSerializableGraphics();

  List<PropertyChangeListener> getGraphicsListeners();
}
