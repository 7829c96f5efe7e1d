package org.weasis.core.ui.model.layer;

import org.radcam.weasis.hostapi.SignatureOnly;

public enum LayerType {
  IMAGE,
  CROSSLINES,
  IMAGE_ANNOTATION,
  ANNOTATION,
  DRAW,
  MEASURE,
  TEMP_DRAW,
  ACQUIRE,
  BLOB,
  POINTS,
  DICOM_SEG,
  DICOM_SR,
  DICOM_RT,
  DICOM_PR;

  public Integer getLevel() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public String getDefaultName() {
    throw new SignatureOnly();
  }

  public Boolean getVisible() {
    throw new SignatureOnly();
  }

  public Boolean getLocked() {
    throw new SignatureOnly();
  }

  public Boolean getSerializable() {
    throw new SignatureOnly();
  }

  public Boolean getSelectable() {
    throw new SignatureOnly();
  }
}
