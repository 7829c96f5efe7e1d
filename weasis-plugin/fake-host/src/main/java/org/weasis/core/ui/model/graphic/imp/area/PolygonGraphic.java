package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import javax.swing.Icon;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

/** A polygon, in the test host; it is closed. */
public class PolygonGraphic extends AbstractDragGraphicArea {
  public PolygonGraphic() {
    super(-1);
  }

  @Override
  public PolygonGraphic copy() {
    return new PolygonGraphic();
  }

  @Override
  public Icon getIcon() {
    return null;
  }

  @Override
  public String getUIName() {
    return "Polygon";
  }

  @Override
  protected void prepareShape() throws InvalidShapeException {
    setPointNumber(getPts().size());
    Path2D path = new Path2D.Double();
    for (Point2D point : getPts()) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.getX(), point.getY());
      } else {
        path.lineTo(point.getX(), point.getY());
      }
    }
    path.closePath();
    setShape(path, null);
  }

  @Override
  public boolean isShapeValid() {
    return getPts().size() > 2;
  }
}
