package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.Icon;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

/**
 * A rectangle that can be turned, in the test host. Its points are the middles of two opposite
 * sides, and of a third.
 */
public class ObliqueRectangleGraphic extends AbstractDragGraphicArea {
  public ObliqueRectangleGraphic() {
    super(4);
  }

  @Override
  public ObliqueRectangleGraphic copy() {
    return new ObliqueRectangleGraphic();
  }

  @Override
  public Icon getIcon() {
    return null;
  }

  @Override
  public String getUIName() {
    return "Rectangle";
  }

  public ObliqueRectangleGraphic buildGraphic(Rectangle2D box) throws InvalidShapeException {
    setPts(
        List.of(
            new Point2D.Double(box.getMinX(), box.getCenterY()),
            new Point2D.Double(box.getMaxX(), box.getCenterY()),
            new Point2D.Double(box.getCenterX(), box.getMinY()),
            new Point2D.Double(box.getCenterX(), box.getMaxY())));
    prepareShape();
    return this;
  }

  @Override
  protected void prepareShape() throws InvalidShapeException {
    setShape(outline(), null);
  }

  Shape outline() {
    Path2D path = new Path2D.Double();
    List<Point2D> corners = getRectanglePointList();
    path.moveTo(corners.get(0).getX(), corners.get(0).getY());
    corners.subList(1, 4).forEach(corner -> path.lineTo(corner.getX(), corner.getY()));
    path.closePath();
    return path;
  }

  @Override
  public boolean isShapeValid() {
    return super.isShapeValid();
  }

  /** Its corners, one after the other. */
  public List<Point2D> getRectanglePointList() {
    Point2D a = getPts().get(0);
    Point2D b = getPts().get(1);
    Point2D c = getPts().get(2);
    double x = (a.getX() + b.getX()) / 2;
    double y = (a.getY() + b.getY()) / 2;
    double dx = c.getX() - x;
    double dy = c.getY() - y;
    return List.of(
        new Point2D.Double(a.getX() + dx, a.getY() + dy),
        new Point2D.Double(b.getX() + dx, b.getY() + dy),
        new Point2D.Double(b.getX() - dx, b.getY() - dy),
        new Point2D.Double(a.getX() - dx, a.getY() - dy));
  }
}
