package org.weasis.core.ui.model.graphic;

/** A drawing that users can move, in the test host. */
public abstract class AbstractDragGraphic extends AbstractGraphic implements DragGraphic {
  protected AbstractDragGraphic(Integer pointNumber) {
    super(pointNumber);
  }

  @Override
  public void buildShape() {
    fireDrawingChanged();
  }
}
