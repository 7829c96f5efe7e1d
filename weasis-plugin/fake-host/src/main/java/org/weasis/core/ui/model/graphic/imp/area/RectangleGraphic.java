package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.Icon;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

/** An upright rectangle, in the test host; two of its points are opposite corners. */
public class RectangleGraphic extends AbstractDragGraphicArea {
  public RectangleGraphic() {
    super(8);
  }

  @Override
  public RectangleGraphic copy() {
    return new RectangleGraphic();
  }

  @Override
  public Icon getIcon() {
    return null;
  }

  @Override
  public String getUIName() {
    return "Rectangle";
  }

  public RectangleGraphic buildGraphic(Rectangle2D box) throws InvalidShapeException {
    setPts(
        List.of(
            new Point2D.Double(box.getMinX(), box.getMinY()),
            new Point2D.Double(box.getMaxX(), box.getMaxY()),
            new Point2D.Double(box.getMinX(), box.getCenterY()),
            new Point2D.Double(box.getMaxX(), box.getCenterY()),
            new Point2D.Double(box.getCenterX(), box.getMinY()),
            new Point2D.Double(box.getCenterX(), box.getMaxY()),
            new Point2D.Double(box.getMinX(), box.getMaxY()),
            new Point2D.Double(box.getMaxX(), box.getMinY())));
    prepareShape();
    return this;
  }

  @Override
  protected void prepareShape() throws InvalidShapeException {
    Point2D from = getPts().get(0);
    Rectangle2D box = new Rectangle2D.Double(from.getX(), from.getY(), 0, 0);
    box.add(getPts().get(1));
    setShape(box, null);
  }
}
