package org.weasis.core.api.image.util;

import java.awt.geom.AffineTransform;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.opencv.data.PlanarImage;

public interface ImageLayer<E extends ImageElement> extends MeasurableLayer {
  E getSourceImage();

  PlanarImage getDisplayImage();

  void setImage(E media, OpManager opManager);

  AffineTransform getTransform();

  void setTransform(AffineTransform transform);

  void updateDisplayOperations();

  boolean isEnableDispOperations();

  void setEnableDispOperations(boolean flag);

  void setVisible(Boolean flag);

  Boolean getVisible();
}
