package org.weasis.core.ui.model.graphic;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class AbstractDragGraphicArea extends AbstractDragGraphic implements GraphicArea {
  protected AbstractDragGraphicArea(Integer value) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public Area getArea(AffineTransform transform) {
    throw new SignatureOnly();
  }
}
