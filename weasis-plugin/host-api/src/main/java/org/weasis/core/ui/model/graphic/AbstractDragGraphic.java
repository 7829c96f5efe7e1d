package org.weasis.core.ui.model.graphic;

import org.radcam.weasis.hostapi.SignatureOnly;

public abstract class AbstractDragGraphic extends AbstractGraphic implements DragGraphic {
  protected AbstractDragGraphic(Integer value) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public void buildShape() {
    throw new SignatureOnly();
  }
}
