package org.weasis.core.ui.model;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.UUIDable;

public interface GraphicModel extends UUIDable {
  List<Graphic> getModels();

  void addGraphic(Graphic graphic);

  Optional<GraphicLayer> findLayerByType(LayerType layerType);

  void deleteByLayerType(LayerType layerType);

  List<Graphic> getAllGraphics();

  List<Graphic> getSelectedGraphics();

  void setSelectedGraphic(List<Graphic> list);

  void clear();

  void draw(
      Graphics2D graphics,
      AffineTransform transform,
      AffineTransform transform2,
      Rectangle2D rectangle2D);

  void dispose();

  void fireChanged();

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
