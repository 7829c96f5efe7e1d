package org.dcm4che3.data;

/** DICOM's value representations (PS3.5 6.2), for the test host. */
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

  /** The one of these two letters. */
  public static VR valueOf(int code) {
    for (VR vr : values()) {
      if (vr.code() == code) {
        return vr;
      }
    }
    return null;
  }

  /** Its two letters as they stand in a file, the first in the higher byte. */
  public int code() {
    return name().charAt(0) << 8 | name().charAt(1);
  }

  public boolean isTemporalType() {
    return this == DA || this == DT || this == TM;
  }

  public boolean isStringType() {
    return switch (this) {
      case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> true;
      default -> false;
    };
  }

  public boolean isIntType() {
    return switch (this) {
      case AT, IS, SL, SS, UL, US -> true;
      default -> false;
    };
  }

  public boolean isInlineBinary() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, UN -> true;
      default -> false;
    };
  }

  /** Bytes of one value. */
  public int numEndianBytes() {
    return switch (this) {
      case AT, OW, SS, US -> 2;
      case FL, OF, OL, SL, UL -> 4;
      case FD, OD, OV, SV, UV -> 8;
      default -> 1;
    };
  }
}
