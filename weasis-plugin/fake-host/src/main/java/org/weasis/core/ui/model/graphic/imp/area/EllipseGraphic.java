package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.List;
import javax.swing.Icon;

/** The ellipse in a rectangle that can be turned, in the test host. */
public class EllipseGraphic extends ObliqueRectangleGraphic {
  public EllipseGraphic() {}

  @Override
  public EllipseGraphic copy() {
    return new EllipseGraphic();
  }

  @Override
  public Icon getIcon() {
    return null;
  }

  @Override
  public String getUIName() {
    return "Ellipse";
  }

  @Override
  Shape outline() {
    List<Point2D> corners = getRectanglePointList();
    Point2D origin = corners.get(0);
    Point2D across = corners.get(1);
    Point2D down = corners.get(3);
    AffineTransform fromUnit =
        new AffineTransform(
            across.getX() - origin.getX(),
            across.getY() - origin.getY(),
            down.getX() - origin.getX(),
            down.getY() - origin.getY(),
            origin.getX(),
            origin.getY());
    return fromUnit.createTransformedShape(new Ellipse2D.Double(0, 0, 1, 1));
  }

  @Override
  public List<Point2D> getRectanglePointList() {
    return super.getRectanglePointList();
  }
}
