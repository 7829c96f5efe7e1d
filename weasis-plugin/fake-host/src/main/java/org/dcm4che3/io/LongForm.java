package org.dcm4che3.io;

import org.dcm4che3.data.VR;

/** Which value representations have a length of four bytes in explicit encoding (PS3.5 7.1.2). */
public final class LongForm {
  private LongForm() {}

  public static boolean of(VR vr) {
    return switch (vr) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
      default -> false;
    };
  }
}
