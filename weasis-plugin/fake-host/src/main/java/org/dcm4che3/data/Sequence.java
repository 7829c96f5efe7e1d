package org.dcm4che3.data;

import java.io.IOException;
import java.util.ArrayList;

/** A sequence's items, in the test host: each knows the data set that the sequence stands in. */
public class Sequence extends ArrayList<Attributes> implements Value {
  private final transient Attributes parent;

  Sequence(Attributes parent) {
    this.parent = parent;
  }

  public boolean isReadOnly() {
    return false;
  }

  public final Attributes getParent() {
    return parent;
  }

  @Override
  public int indexOf(Object item) {
    for (int i = 0; i < size(); i++) {
      if (get(i) == item) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean add(Attributes item) {
    return super.add(adopt(item));
  }

  @Override
  public void add(int index, Attributes item) {
    super.add(index, adopt(item));
  }

  @Override
  public void clear() {
    forEach(item -> item.parent = null);
    super.clear();
  }

  @Override
  public Attributes remove(int index) {
    Attributes item = super.remove(index);
    item.parent = null;
    return item;
  }

  @Override
  public boolean remove(Object item) {
    int index = indexOf(item);
    if (index >= 0) {
      remove(index);
    }
    return index >= 0;
  }

  @Override
  public Attributes set(int index, Attributes item) {
    Attributes before = super.set(index, adopt(item));
    before.parent = null;
    return before;
  }

  @Override
  public byte[] toBytes(VR vr, boolean bigEndian) throws IOException {
    throw new UnsupportedOperationException(
        "the test host writes sequences as part of a file only");
  }

  private Attributes adopt(Attributes item) {
    if (item.parent != null) {
      throw new IllegalArgumentException("the item is in another sequence already");
    }
    item.parent = parent;
    return item;
  }
}
