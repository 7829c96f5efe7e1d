package org.weasis.dicom.codec;

public interface DicomElement {
  DcmMediaReader getMediaReader();
}
