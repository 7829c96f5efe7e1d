package org.weasis.core.ui.model.graphic.imp.area;

import javax.swing.Icon;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.graphic.AbstractDragGraphicArea;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public class PolygonGraphic extends AbstractDragGraphicArea {
  public PolygonGraphic() {
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
}
