package org.weasis.core.ui.model.graphic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Point2D;
import java.beans.PropertyChangeListener;
import java.util.List;
import org.weasis.core.api.gui.util.GUIEntry;
import org.weasis.core.api.gui.util.KeyActionValue;
import org.weasis.core.api.util.Copyable;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.UUIDable;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public interface Graphic extends UUIDable, GUIEntry, KeyActionValue, Copyable<Graphic> {
  Rectangle getBounds(AffineTransform transform);

  Float getLineThickness();

  Float getFillOpacity();

  Stroke getStroke(Float value);

  Paint getColorPaint();

  Boolean getFilled();

  void buildShape();

  Area getArea(AffineTransform transform);

  void setSelected(Boolean flag);

  Boolean getSelected();

  void paint(Graphics2D graphics, AffineTransform transform);

  void paintLabel(Graphics2D graphics, AffineTransform transform);

  void updateLabel(Object value, ViewCanvas<?> viewCanvas);

  Rectangle getRepaintBounds(AffineTransform transform);

  Boolean getLabelVisible();

  void addPropertyChangeListener(PropertyChangeListener listener);

  void removePropertyChangeListener(PropertyChangeListener listener);

  void fireRemoveAction();

  void toFront();

  void toBack();

  boolean isShapeValid();

  Shape getShape();

  Boolean isGraphicComplete();

  List<Point2D> getPts();

  Integer getPtsNumber();

  void fireRemoveAndRepaintAction();

  void setLineThickness(Float value);

  void setFillOpacity(Float value);

  void setPaint(Color color);

  void setPointNumber(Integer value);

  void setPts(List<Point2D> list);

  void setLabelVisible(Boolean flag);

  void setFilled(Boolean flag);

  void setShape(Shape shape, MouseEvent mouseEvent);

  LayerType getLayerType();

  void removeAllPropertyChangeListener();

  void setLayer(GraphicLayer graphicLayer);

  GraphicLayer getLayer();

  Graphic buildGraphic(List<Point2D> list) throws InvalidShapeException;

  void setLayerType(LayerType layerType);

  void setClassID(Integer value);

  Integer getClassID();
}
