package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public class ObliqueRectangleGraphic extends AbstractDragGraphicArea {
  public ObliqueRectangleGraphic() {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public ObliqueRectangleGraphic copy() {
    throw new SignatureOnly();
  }

  public Icon getIcon() {
    throw new SignatureOnly();
  }

  public String getUIName() {
    throw new SignatureOnly();
  }

  public ObliqueRectangleGraphic buildGraphic(Rectangle2D rectangle2D)
      throws InvalidShapeException {
    throw new SignatureOnly();
  }

  protected void prepareShape() throws InvalidShapeException {
    throw new SignatureOnly();
  }

  public boolean isShapeValid() {
    throw new SignatureOnly();
  }

  public List<Point2D> getRectanglePointList() {
    throw new SignatureOnly();
  }
}
