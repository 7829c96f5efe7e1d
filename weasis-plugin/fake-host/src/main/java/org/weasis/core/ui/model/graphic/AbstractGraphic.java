package org.weasis.core.ui.model.graphic;

import java.awt.BasicStroke;
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
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.List;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;

/**
 * A drawing, in the test host; its points are in the coordinates of the image with square pixels.
 */
public abstract class AbstractGraphic extends DefaultUUID implements Graphic {
  private final PropertyChangeSupport listeners = new PropertyChangeSupport(this);
  private List<Point2D> points = new ArrayList<>();
  private Integer pointNumber;
  private Color colour = Color.YELLOW;
  private Float thickness = 1f;
  private Float opacity = 1f;
  private Boolean labelVisible = true;
  private Boolean filled = false;
  private Boolean selected = false;
  private Integer classId;
  private LayerType layerType = LayerType.DRAW;
  private GraphicLayer layer;
  private Shape shape;

  protected AbstractGraphic(Integer pointNumber) {
    this.pointNumber = pointNumber;
  }

  @Override
  public String toString() {
    return getUIName();
  }

  @Override
  public Integer getPtsNumber() {
    return pointNumber;
  }

  @Override
  public void setPointNumber(Integer number) {
    pointNumber = number;
  }

  @Override
  public List<Point2D> getPts() {
    return points;
  }

  @Override
  public void setPts(List<Point2D> points) {
    this.points = points == null ? new ArrayList<>() : new ArrayList<>(points);
  }

  @Override
  public Graphic buildGraphic(List<Point2D> from) throws InvalidShapeException {
    setPts(from);
    prepareShape();
    return this;
  }

  protected abstract void prepareShape() throws InvalidShapeException;

  @Override
  public Paint getColorPaint() {
    return colour;
  }

  @Override
  public void setPaint(Color newColour) {
    colour = newColour;
    fireDrawingChanged();
  }

  @Override
  public Float getLineThickness() {
    return thickness;
  }

  @Override
  public void setLineThickness(Float newThickness) {
    thickness = newThickness;
    fireDrawingChanged();
  }

  @Override
  public Float getFillOpacity() {
    return opacity;
  }

  @Override
  public void setFillOpacity(Float newOpacity) {
    opacity = newOpacity;
  }

  @Override
  public Boolean getLabelVisible() {
    return labelVisible;
  }

  @Override
  public void setLabelVisible(Boolean visible) {
    labelVisible = visible;
  }

  @Override
  public Boolean getFilled() {
    return filled;
  }

  @Override
  public void setFilled(Boolean fill) {
    filled = fill;
  }

  @Override
  public Integer getClassID() {
    return classId;
  }

  @Override
  public void setClassID(Integer id) {
    classId = id;
  }

  @Override
  public Shape getShape() {
    return shape;
  }

  @Override
  public void setShape(Shape newShape, MouseEvent event) {
    shape = newShape;
    fireDrawingChanged();
  }

  @Override
  public Boolean getSelected() {
    return selected;
  }

  @Override
  public void setSelected(Boolean select) {
    boolean changed = !selected.equals(select);
    selected = select;
    if (changed) {
      fireDrawingChanged();
    }
  }

  @Override
  public void setLayer(GraphicLayer newLayer) {
    layer = newLayer;
    layerType = newLayer.getType();
  }

  @Override
  public GraphicLayer getLayer() {
    return layer;
  }

  @Override
  public LayerType getLayerType() {
    return layerType;
  }

  @Override
  public void setLayerType(LayerType type) {
    layerType = type;
  }

  @Override
  public String getDescription() {
    return "";
  }

  @Override
  public Area getArea(AffineTransform transform) {
    return shape == null ? new Area() : new Area(shape);
  }

  @Override
  public Rectangle getBounds(AffineTransform transform) {
    return grown(transform, thickness / 2.0);
  }

  /** In the image's coordinates, grown by some pixels of the view. */
  @Override
  public Rectangle getRepaintBounds(AffineTransform transform) {
    return grown(transform, 8);
  }

  private Rectangle grown(AffineTransform transform, double viewPixels) {
    if (shape == null) {
      return null;
    }
    double scale = transform == null ? 1 : Math.sqrt(Math.abs(transform.getDeterminant()));
    double by = viewPixels / scale;
    Rectangle2D box = shape.getBounds2D();
    return new Rectangle2D.Double(
            box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by)
        .getBounds();
  }

  @Override
  public void updateLabel(Object source, ViewCanvas<?> view) {
    // The test host measures nothing.
  }

  @Override
  public void paint(Graphics2D graphics, AffineTransform transform) {
    if (shape != null) {
      Shape drawn = transform == null ? shape : transform.createTransformedShape(shape);
      graphics.setPaint(colour);
      graphics.setStroke(getStroke(thickness));
      graphics.draw(drawn);
      if (filled) {
        graphics.fill(drawn);
      }
    }
  }

  @Override
  public void paintLabel(Graphics2D graphics, AffineTransform transform) {
    // The test host has no labels.
  }

  @Override
  public void addPropertyChangeListener(PropertyChangeListener listener) {
    if (!List.of(listeners.getPropertyChangeListeners()).contains(listener)) {
      listeners.addPropertyChangeListener(listener);
    }
  }

  @Override
  public void removePropertyChangeListener(PropertyChangeListener listener) {
    listeners.removePropertyChangeListener(listener);
  }

  @Override
  public void removeAllPropertyChangeListener() {
    for (PropertyChangeListener listener : listeners.getPropertyChangeListeners()) {
      listeners.removePropertyChangeListener(listener);
    }
  }

  @Override
  public void toFront() {
    firePropertyChange("toFront", null, this);
  }

  @Override
  public void toBack() {
    firePropertyChange("toBack", null, this);
  }

  @Override
  public void fireRemoveAction() {
    if (isGraphicComplete()) {
      firePropertyChange("remove", null, this);
    }
  }

  @Override
  public void fireRemoveAndRepaintAction() {
    if (isGraphicComplete()) {
      firePropertyChange("remove.repaint", null, this);
    }
  }

  @Override
  public int getKeyCode() {
    return 0;
  }

  @Override
  public int getModifier() {
    return 0;
  }

  @Override
  public Stroke getStroke(Float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  @Override
  public Boolean isGraphicComplete() {
    return points.size() == pointNumber;
  }

  @Override
  public boolean isShapeValid() {
    return isGraphicComplete();
  }

  protected void fireDrawingChanged() {
    firePropertyChange("bounds", null, shape);
  }

  protected void firePropertyChange(String property, Object before, Object after) {
    listeners.firePropertyChange(property, before, after);
  }
}
