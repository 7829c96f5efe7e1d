package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Point2D;
import java.util.List;
import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;

public class EllipseGraphic extends ObliqueRectangleGraphic {
  public EllipseGraphic() {
    throw new SignatureOnly();
  }

  public EllipseGraphic copy() {
    throw new SignatureOnly();
  }

  public Icon getIcon() {
    throw new SignatureOnly();
  }

  public String getUIName() {
    throw new SignatureOnly();
  }

  public List<Point2D> getRectanglePointList() {
    throw new SignatureOnly();
  }
}
