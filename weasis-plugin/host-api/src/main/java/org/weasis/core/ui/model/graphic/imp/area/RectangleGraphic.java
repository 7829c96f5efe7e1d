package org.weasis.core.ui.model.graphic.imp.area;

import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public class RectangleGraphic extends AbstractDragGraphicArea {
  public RectangleGraphic() {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public RectangleGraphic copy() {
    throw new SignatureOnly();
  }

  public Icon getIcon() {
    throw new SignatureOnly();
  }

  public String getUIName() {
    throw new SignatureOnly();
  }

  public RectangleGraphic buildGraphic(Rectangle2D rectangle2D) throws InvalidShapeException {
    throw new SignatureOnly();
  }

  protected void prepareShape() throws InvalidShapeException {
    throw new SignatureOnly();
  }
}
