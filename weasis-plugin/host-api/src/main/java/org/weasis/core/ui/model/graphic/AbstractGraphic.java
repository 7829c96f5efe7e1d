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
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;

public abstract class AbstractGraphic extends DefaultUUID implements Graphic {
  protected AbstractGraphic(Integer value) {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public Integer getPtsNumber() {
    throw new SignatureOnly();
  }

  public void setPointNumber(Integer value) {
    throw new SignatureOnly();
  }

  public List<Point2D> getPts() {
    throw new SignatureOnly();
  }

  public void setPts(List<Point2D> list) {
    throw new SignatureOnly();
  }

  public Graphic buildGraphic(List<Point2D> list) throws InvalidShapeException {
    throw new SignatureOnly();
  }

  protected abstract void prepareShape() throws InvalidShapeException;

  public Paint getColorPaint() {
    throw new SignatureOnly();
  }

  public Float getLineThickness() {
    throw new SignatureOnly();
  }

  public void setLineThickness(Float value) {
    throw new SignatureOnly();
  }

  public Float getFillOpacity() {
    throw new SignatureOnly();
  }

  public void setFillOpacity(Float value) {
    throw new SignatureOnly();
  }

  public Boolean getLabelVisible() {
    throw new SignatureOnly();
  }

  public void setLabelVisible(Boolean flag) {
    throw new SignatureOnly();
  }

  public Boolean getFilled() {
    throw new SignatureOnly();
  }

  public void setFilled(Boolean flag) {
    throw new SignatureOnly();
  }

  public Integer getClassID() {
    throw new SignatureOnly();
  }

  public void setClassID(Integer value) {
    throw new SignatureOnly();
  }

  public Shape getShape() {
    throw new SignatureOnly();
  }

  public Boolean getSelected() {
    throw new SignatureOnly();
  }

  public void setSelected(Boolean flag) {
    throw new SignatureOnly();
  }

  public void setLayer(GraphicLayer graphicLayer) {
    throw new SignatureOnly();
  }

  public GraphicLayer getLayer() {
    throw new SignatureOnly();
  }

  public String getDescription() {
    throw new SignatureOnly();
  }

  public Area getArea(AffineTransform transform) {
    throw new SignatureOnly();
  }

  public Rectangle getBounds(AffineTransform transform) {
    throw new SignatureOnly();
  }

  public Rectangle getRepaintBounds(AffineTransform transform) {
    throw new SignatureOnly();
  }

  public void updateLabel(Object value, ViewCanvas<?> viewCanvas) {
    throw new SignatureOnly();
  }

  public void paint(Graphics2D graphics, AffineTransform transform) {
    throw new SignatureOnly();
  }

  public void paintLabel(Graphics2D graphics, AffineTransform transform) {
    throw new SignatureOnly();
  }

  public void addPropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removePropertyChangeListener(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removeAllPropertyChangeListener() {
    throw new SignatureOnly();
  }

  public void toFront() {
    throw new SignatureOnly();
  }

  public void toBack() {
    throw new SignatureOnly();
  }

  public void fireRemoveAction() {
    throw new SignatureOnly();
  }

  public int getKeyCode() {
    throw new SignatureOnly();
  }

  public int getModifier() {
    throw new SignatureOnly();
  }

  public void fireRemoveAndRepaintAction() {
    throw new SignatureOnly();
  }

  public Stroke getStroke(Float value) {
    throw new SignatureOnly();
  }

  public Boolean isGraphicComplete() {
    throw new SignatureOnly();
  }

  public void setShape(Shape shape, MouseEvent mouseEvent) {
    throw new SignatureOnly();
  }

  public void setPaint(Color color) {
    throw new SignatureOnly();
  }

  protected void fireDrawingChanged() {
    throw new SignatureOnly();
  }

  protected void firePropertyChange(String text, Object value, Object value2) {
    throw new SignatureOnly();
  }

  public boolean isShapeValid() {
    throw new SignatureOnly();
  }

  public LayerType getLayerType() {
    throw new SignatureOnly();
  }

  public void setLayerType(LayerType layerType) {
    throw new SignatureOnly();
  }
}
