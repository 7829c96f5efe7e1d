package org.weasis.core.ui.model.layer;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.utils.UUIDable;

public interface Layer extends Comparable<Layer>, UUIDable {
  void setVisible(Boolean flag);

  Boolean getVisible();

  void setLevel(Integer value);

  Integer getLevel();

  LayerType getType();

  void setType(LayerType layerType);

  void setName(String text);

  String getName();

  default int compareTo(Layer layer) {
    throw new SignatureOnly();
  }
}
