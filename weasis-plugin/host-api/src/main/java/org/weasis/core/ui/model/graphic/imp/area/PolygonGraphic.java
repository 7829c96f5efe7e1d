package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public class PolygonGraphic extends AbstractDragGraphicArea {
  public PolygonGraphic() {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public PolygonGraphic(PolygonGraphic polygonGraphic) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public PolygonGraphic copy() {
    throw new SignatureOnly();
  }

  public Icon getIcon() {
    throw new SignatureOnly();
  }

  public String getUIName() {
    throw new SignatureOnly();
  }

  protected void prepareShape() throws InvalidShapeException {
    throw new SignatureOnly();
  }

  public boolean isShapeValid() {
    throw new SignatureOnly();
  }

  public Double getPerimeter() {
    throw new SignatureOnly();
  }

  protected Double getPerimeter(List<Line2D.Double> list) {
    throw new SignatureOnly();
  }

  public Point2D getCentroid() {
    throw new SignatureOnly();
  }

  protected Point2D getCentroid(List<Line2D.Double> list) {
    throw new SignatureOnly();
  }

  public Double getAreaValue() {
    throw new SignatureOnly();
  }

  protected Double getAreaValue(List<Line2D.Double> list) {
    throw new SignatureOnly();
  }
}
