package org.weasis.dicom.explorer;

/** Which viewers are opened for what is loaded, in the test host. */
public class HangingProtocols {
  public HangingProtocols() {}

  /** Choices. */
  public enum OpeningViewer {
    NONE,
    ALL_PATIENTS
  }
}
