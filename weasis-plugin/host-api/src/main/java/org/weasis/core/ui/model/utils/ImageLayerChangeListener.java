package org.weasis.core.ui.model.utils;

import org.weasis.core.api.image.util.ImageLayer;
import org.weasis.core.api.media.data.ImageElement;

public interface ImageLayerChangeListener<E extends ImageElement> {
  void handleLayerChanged(ImageLayer<E> imageLayer);
}
