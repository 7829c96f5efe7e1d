package org.dcm4che3.data;

import org.radcam.weasis.hostapi.SignatureOnly;

public enum VR {
  AE,
  AS,
  AT,
  CS,
  DA,
  DS,
  DT,
  FD,
  FL,
  IS,
  LO,
  LT,
  OB,
  OD,
  OF,
  OL,
  OV,
  OW,
  PN,
  SH,
  SL,
  SQ,
  SS,
  ST,
  SV,
  TM,
  UC,
  UI,
  UL,
  UN,
  UR,
  US,
  UT,
  UV;

  public static VR valueOf(int value) {
    throw new SignatureOnly();
  }

  public int code() {
    throw new SignatureOnly();
  }

  public boolean isTemporalType() {
    throw new SignatureOnly();
  }

  public boolean isStringType() {
    throw new SignatureOnly();
  }

  public boolean isIntType() {
    throw new SignatureOnly();
  }

  public boolean isInlineBinary() {
    throw new SignatureOnly();
  }

  public int numEndianBytes() {
    throw new SignatureOnly();
  }
}
