package org.weasis.core.ui.model.layer;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;

public abstract class AbstractGraphicLayer extends DefaultUUID implements GraphicLayer {
  protected AbstractGraphicLayer(LayerType layerType) {
    throw new SignatureOnly();
  }

  public Boolean getLocked() {
    throw new SignatureOnly();
  }

  public void setLocked(Boolean flag) {
    throw new SignatureOnly();
  }

  public void setVisible(Boolean flag) {
    throw new SignatureOnly();
  }

  public Boolean getVisible() {
    throw new SignatureOnly();
  }

  public void setLevel(Integer value) {
    throw new SignatureOnly();
  }

  public Integer getLevel() {
    throw new SignatureOnly();
  }

  public void setName(String text) {
    throw new SignatureOnly();
  }

  public String getName() {
    throw new SignatureOnly();
  }

  public LayerType getType() {
    throw new SignatureOnly();
  }

  public void setType(LayerType layerType) {
    throw new SignatureOnly();
  }

  public Boolean getSelectable() {
    throw new SignatureOnly();
  }

  public void setSelectable(Boolean flag) {
    throw new SignatureOnly();
  }

  public Boolean getSerializable() {
    throw new SignatureOnly();
  }

  public void setSerializable(Boolean flag) {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }
}
