package org.weasis.core.ui.model.utils;

public interface UUIDable {
  String getUuid();

  void setUuid(String text);
}
