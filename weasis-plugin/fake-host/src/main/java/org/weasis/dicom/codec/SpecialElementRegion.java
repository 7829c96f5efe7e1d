package org.weasis.dicom.codec;

/** A segmentation or structure set, in the test host. */
public interface SpecialElementRegion {
  boolean isVisible();

  void setVisible(boolean visible);

  float getOpacity();

  void setOpacity(float opacity);

  default boolean containsSopInstanceUIDReference(DicomImageElement image) {
    return false;
  }
}
