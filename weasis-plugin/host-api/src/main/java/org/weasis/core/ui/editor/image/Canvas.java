package org.weasis.core.ui.editor.image;

import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.Map;
import javax.swing.JComponent;
import org.weasis.core.ui.model.GraphicModel;

public interface Canvas {
  JComponent getJComponent();

  AffineTransform getAffineTransform();

  AffineTransform getInverseTransform();

  void disposeView();

  Object getActionValue(String text);

  Map<String, Object> getActionsInView();

  void zoom(Double value);

  double getBestFitViewScale();

  Point2D viewToModel(Double value, Double value2);

  Point2D modelToView(Double value, Double value2);

  Point2D getImageCoordinatesFromMouse(Integer value, Integer value2);

  Point getMouseCoordinatesFromImage(Double value, Double value2);

  void setGraphicManager(GraphicModel graphicModel);

  GraphicModel getGraphicManager();

  PropertyChangeListener getGraphicsChangeHandler();

  Point2D getClipViewCoordinatesOffset();

  Point2D getViewCoordinatesOffset();

  Rectangle2D getImageViewBounds();

  Rectangle2D getImageViewBounds(double value, double value2);
}
