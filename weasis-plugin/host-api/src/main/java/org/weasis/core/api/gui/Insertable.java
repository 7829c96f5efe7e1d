package org.weasis.core.api.gui;

public interface Insertable {
  String getComponentName();

  Insertable.Type getType();

  boolean isComponentEnabled();

  void setComponentEnabled(boolean flag);

  int getComponentPosition();

  void setComponentPosition(int value);

  public enum Type {
    EXPLORER,
    TOOL,
    TOOL_EXT,
    TOOLBAR,
    EMPTY,
    LICENSE,
    PREFERENCES;
  }
}
