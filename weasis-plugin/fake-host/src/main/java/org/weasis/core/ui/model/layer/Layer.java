package org.weasis.core.ui.model.layer;

import org.weasis.core.ui.model.utils.UUIDable;

/** A layer of a view, in the test host. */
public interface Layer extends Comparable<Layer>, UUIDable {
  void setVisible(Boolean visible);

  Boolean getVisible();

  void setLevel(Integer level);

  Integer getLevel();

  LayerType getType();

  void setType(LayerType type);

  void setName(String name);

  String getName();

  @Override
  default int compareTo(Layer other) {
    return Integer.compare(getLevel(), other.getLevel());
  }
}
