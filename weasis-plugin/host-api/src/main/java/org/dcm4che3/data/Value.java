package org.dcm4che3.data;

import java.io.IOException;

public interface Value {
  Value NULL = null;

  boolean isEmpty();

  byte[] toBytes(VR vr, boolean flag) throws IOException;
}
