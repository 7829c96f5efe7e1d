package org.weasis.core.ui.model.graphic;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;

/** A drawing that encloses an area, in the test host. */
public abstract class AbstractDragGraphicArea extends AbstractDragGraphic implements GraphicArea {
  protected AbstractDragGraphicArea(Integer pointNumber) {
    super(pointNumber);
  }

  @Override
  public Area getArea(AffineTransform transform) {
    return super.getArea(transform);
  }
}
