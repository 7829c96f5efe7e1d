package org.weasis.dicom.codec;

import org.radcam.weasis.hostapi.SignatureOnly;

public interface SpecialElementRegion {
  boolean isVisible();

  void setVisible(boolean flag);

  float getOpacity();

  void setOpacity(float value);

  default boolean containsSopInstanceUIDReference(DicomImageElement dicomImageElement) {
    throw new SignatureOnly();
  }
}
