package org.weasis.core.ui.model.layer;

public interface GraphicLayer extends Layer {
  Boolean getLocked();

  void setLocked(Boolean flag);

  Boolean getSelectable();

  void setSelectable(Boolean flag);

  Boolean getSerializable();

  void setSerializable(Boolean flag);
}
