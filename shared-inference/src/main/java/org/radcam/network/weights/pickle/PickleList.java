package org.radcam.network.weights.pickle;

import java.util.ArrayList;
import java.util.List;

/** A list; it may hold itself, so nothing here compares, hashes or prints it. */
public final class PickleList {
  private final List<Object> items = new ArrayList<>();

  void add(Object item) {
    items.add(item);
  }

  /** The list itself, for reading. */
  public List<Object> items() {
    return items;
  }
}
