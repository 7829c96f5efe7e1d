package org.dcm4che3.data;

import java.io.IOException;
import java.util.ArrayList;
import org.radcam.weasis.hostapi.SignatureOnly;

public class Sequence extends ArrayList<Attributes> implements Value {
  Sequence() {}

  public boolean isReadOnly() {
    throw new SignatureOnly();
  }

  public final Attributes getParent() {
    throw new SignatureOnly();
  }

  public int indexOf(Object value) {
    throw new SignatureOnly();
  }

  public boolean add(Attributes attributes) {
    throw new SignatureOnly();
  }

  public void add(int value, Attributes attributes) {
    throw new SignatureOnly();
  }

  public void clear() {
    throw new SignatureOnly();
  }

  public Attributes remove(int value) {
    throw new SignatureOnly();
  }

  public boolean remove(Object value) {
    throw new SignatureOnly();
  }

  public Attributes set(int value, Attributes attributes) {
    throw new SignatureOnly();
  }

  public byte[] toBytes(VR vr, boolean flag) throws IOException {
    throw new SignatureOnly();
  }
}
