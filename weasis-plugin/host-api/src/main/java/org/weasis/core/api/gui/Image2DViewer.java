package org.weasis.core.api.gui;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import org.weasis.core.api.image.util.ImageLayer;
import org.weasis.core.api.image.util.MeasurableLayer;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.opencv.data.PlanarImage;

public interface Image2DViewer<E extends ImageElement> {
  MediaSeries<E> getSeries();

  int getFrameIndex();

  void drawLayers(Graphics2D graphics, AffineTransform transform, AffineTransform transform2);

  ImageLayer<E> getImageLayer();

  MeasurableLayer getMeasurableLayer();

  AffineTransform getAffineTransform();

  E getImage();

  PlanarImage getSourceImage();

  Object getActionValue(String text);
}
