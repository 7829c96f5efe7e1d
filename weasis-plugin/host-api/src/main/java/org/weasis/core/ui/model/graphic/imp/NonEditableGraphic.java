package org.weasis.core.ui.model.graphic.imp;

import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.graphic.AbstractGraphic;
import org.weasis.core.ui.model.utils.exceptions.InvalidShapeException;

public class NonEditableGraphic extends AbstractGraphic {
  public NonEditableGraphic(Shape shape) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public NonEditableGraphic(Shape shape, Stroke stroke) {
    super((Integer) null);
    throw new SignatureOnly();
  }

  public NonEditableGraphic copy() {
    throw new SignatureOnly();
  }

  public void setFilled(Boolean flag) {
    throw new SignatureOnly();
  }

  protected void prepareShape() throws InvalidShapeException {
    throw new SignatureOnly();
  }

  public void buildShape() {
    throw new SignatureOnly();
  }

  public String getUIName() {
    throw new SignatureOnly();
  }

  public String getDescription() {
    throw new SignatureOnly();
  }

  public Area getArea(AffineTransform transform) {
    throw new SignatureOnly();
  }

  public Stroke getStroke() {
    throw new SignatureOnly();
  }

  public void setStroke(Stroke stroke) {
    throw new SignatureOnly();
  }

  public Stroke getStroke(Float value) {
    throw new SignatureOnly();
  }
}
