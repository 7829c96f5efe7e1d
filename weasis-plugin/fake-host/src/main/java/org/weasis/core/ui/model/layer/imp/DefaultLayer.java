package org.weasis.core.ui.model.layer.imp;

import org.weasis.core.ui.model.layer.AbstractGraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;

/** A layer of drawings, in the test host. */
public class DefaultLayer extends AbstractGraphicLayer {
  public DefaultLayer() {
    this(LayerType.DRAW);
  }

  public DefaultLayer(LayerType type) {
    super(type);
  }
}
