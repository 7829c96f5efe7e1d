package org.weasis.dicom.explorer;

import org.radcam.weasis.hostapi.SignatureOnly;

public class HangingProtocols {
  public HangingProtocols() {
    throw new SignatureOnly();
  }

  public enum OpeningViewer {
    NONE,
    ALL_PATIENTS;
  }
}
