package org.weasis.core.ui.model.graphic;

import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class AbstractDragGraphic extends AbstractGraphic implements DragGraphic {
  protected AbstractDragGraphic(Integer value) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  protected AbstractDragGraphic(AbstractGraphic abstractGraphic) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public void setResizeOrMoving(Boolean flag) {
    throw new SignatureOnly();
  }

  public void buildShape() {
    throw new SignatureOnly();
  }

  public Boolean getResizingOrMoving() {
    throw new SignatureOnly();
  }

  public void forceToAddPoints(Integer value) {
    throw new SignatureOnly();
  }
}
