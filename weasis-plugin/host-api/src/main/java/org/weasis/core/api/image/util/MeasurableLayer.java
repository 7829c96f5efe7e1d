package org.weasis.core.api.image.util;

import java.awt.Point;
import java.awt.geom.AffineTransform;
import org.weasis.core.api.media.data.TagW;
import org.weasis.opencv.data.PlanarImage;

public interface MeasurableLayer {
  boolean hasContent();

  AffineTransform getShapeTransform();

  Object getSourceTagValue(TagW tagW);

  String getPixelValueUnit();

  Point getOffset();

  void setOffset(Point point);

  PlanarImage getSourceRenderedImage();

  double pixelToRealValue(Number number);

  double getPixelMin();

  double getPixelMax();
}
