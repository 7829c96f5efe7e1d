package org.weasis.core.ui.model.layer.imp;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.layer.AbstractGraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;

public class DefaultLayer extends AbstractGraphicLayer {
  public DefaultLayer() {
    super((LayerType) null);
    throw new SignatureOnly();
  }

  public DefaultLayer(LayerType layerType) {
    super((LayerType) null);
    throw new SignatureOnly();
  }
}
