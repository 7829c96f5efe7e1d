package org.weasis.core.ui.model.graphic.imp;

import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import org.weasis.core.ui.model.graphic.AbstractGraphic;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

/** A drawing that nobody can select or move, in the test host. */
public class NonEditableGraphic extends AbstractGraphic {
  private Stroke stroke;

  public NonEditableGraphic(Shape shape) {
    this(shape, null);
  }

  public NonEditableGraphic(Shape shape, Stroke stroke) {
    super(0);
    this.stroke = stroke;
    setShape(shape, null);
  }

  @Override
  public NonEditableGraphic copy() {
    return new NonEditableGraphic(getShape(), stroke);
  }

  @Override
  public void setFilled(Boolean filled) {
    super.setFilled(filled);
  }

  @Override
  protected void prepareShape() throws InvalidShapeException {
    buildShape();
  }

  @Override
  public void buildShape() {
    // The shape is given.
  }

  @Override
  public String getUIName() {
    return "";
  }

  @Override
  public String getDescription() {
    return getUIName();
  }

  /** Empty, so that nobody hits it with the mouse. */
  @Override
  public Area getArea(AffineTransform transform) {
    return new Area();
  }

  public Stroke getStroke() {
    return stroke;
  }

  public void setStroke(Stroke stroke) {
    this.stroke = stroke;
  }

  @Override
  public Stroke getStroke(Float width) {
    return stroke == null ? super.getStroke(width) : stroke;
  }
}
